import { useEffect, useRef, useState } from 'preact/hooks';
import type { Break } from '../../explore/outcomes.ts';
import type { Program } from '../../simulator/simulator.ts';
import { sharedSimulator } from '../run/shared-simulator.ts';
import { isSameProgram, noOrdersYet, type Orders } from './orders.ts';
import type { OrdersController } from './orders-controller.ts';

export interface OrdersOptions {
  /** Something has begun, or is over: what is to be said to those who see no bar grow. */
  readonly onSaid: (words: string) => void;
}

/** What can be done about the orders of one program. */
export interface OrdersControl {
  goOn(): void;
  more(): void;
  insist(): void;
  choose(outcome: string): void;
  setBreaks(breaks: readonly Break[]): void;
  stop(): void;
  /** Puts away what is shown; it is there again when it is asked for. */
  close(): void;
}

/** The other orders of several programs, each by a key of its own. */
export interface OrdersOfPrograms {
  /** What is shown of a program's orders; null where that is put away, or nobody asked. */
  of(key: string): Orders | null;
  control(key: string): OrdersControl;
  /** Tries the orders of a program: those that are left, more of them, or of another text all. */
  tryOrders(key: string, program: Program): void;
  /** Tries all anew. */
  restart(key: string, program: Program): void;
  /** The program itself is gone. */
  forget(key: string): void;
}

export function useOrders({ onSaid }: OrdersOptions): OrdersOfPrograms {
  const [all, setAll] = useState<ReadonlyMap<string, Orders>>(new Map());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const controllers = useRef(new Map<string, OrdersController>());
  /** What is asked for while its code is fetched. */
  const asked = useRef(new Map<string, Orders>());
  const said = useRef(onSaid);
  said.current = onSaid;
  const show = (key: string, orders: Orders) => setAll((shown) => new Map(shown).set(key, orders));
  const open = (key: string, isOpen: boolean) =>
    setClosed((before) => {
      const after = new Set(before);
      if (isOpen) after.delete(key);
      else after.add(key);
      return after;
    });
  const stop = () => {
    for (const [key, orders] of asked.current) show(key, { ...orders, ...GIVEN_UP });
    asked.current.clear();
    for (const controller of controllers.current.values()) controller.stop();
  };
  useEffect(() => stop, []);

  const restart = async (key: string, program: Program) => {
    stop();
    controllers.current.delete(key);
    const orders = noOrdersYet(program);
    asked.current.set(key, orders);
    show(key, orders);
    open(key, true);
    said.current('Trying other orders.');
    try {
      const { createOrdersController } = await import('./create-orders-controller.ts');
      if (asked.current.get(key) !== orders) return;
      asked.current.delete(key);
      const controller = createOrdersController(program, {
        simulator: sharedSimulator,
        onChange: (next) => controllers.current.get(key) === controller && show(key, next),
        onEnd: (_, words) => said.current(words),
      });
      controllers.current.set(key, controller);
      await controller.goOn();
    } catch {
      if (asked.current.get(key) !== orders) return;
      asked.current.delete(key);
      show(key, { ...orders, ...GIVEN_UP, problem: NOT_LOADED });
    }
  };
  const withController = (key: string, act: (controller: OrdersController) => Promise<void>) => {
    const controller = controllers.current.get(key);
    const program = all.get(key)?.program;
    if (controller) act(controller);
    else if (program) restart(key, program);
  };
  return {
    of: (key) => (closed.has(key) ? null : (all.get(key) ?? null)),
    control: (key) => ({
      goOn: () => withController(key, (controller) => controller.goOn()),
      more: () => withController(key, (controller) => controller.more()),
      insist: () => withController(key, (controller) => controller.insist()),
      choose: (outcome) => withController(key, (controller) => controller.choose(outcome)),
      setBreaks: (breaks) => withController(key, (controller) => controller.setBreaks(breaks)),
      stop,
      close() {
        if (all.get(key)?.work) stop();
        open(key, false);
      },
    }),
    tryOrders(key, program) {
      const known = all.get(key);
      const isOther = !known || !isSameProgram(known.program, program);
      if (isOther || known.hindrance === 'crashed') return void restart(key, program);
      if (closed.has(key)) return open(key, true);
      if (known.work || known.hindrance) return;
      withController(key, (controller) =>
        known.wasStopped || known.problem !== null || known.exploration === null
          ? controller.goOn()
          : controller.more(),
      );
    },
    restart,
    forget(key) {
      controllers.current.get(key)?.stop();
      controllers.current.delete(key);
      asked.current.delete(key);
      setAll((shown) => new Map([...shown].filter(([other]) => other !== key)));
    },
  };
}

const GIVEN_UP = { work: null, wasStopped: true } as const;

const NOT_LOADED =
  'What tries other orders could not be loaded. What you wrote is kept; check the connection and try again.';
