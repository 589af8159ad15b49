import type { ComponentChildren } from 'preact';
import type { Late, Schedule } from '../../simulator/schedule.ts';
import type { Program } from '../../simulator/simulator.ts';
import type { WhatIf } from '../../simulator/what-if.ts';
import type { Trace } from '../../trace/schema.ts';
import {
  type PlaygroundProgram,
  prepareProgram,
  programKey,
} from '../program/playground-program.ts';
import { GivenOrderSide } from './given-order-side.tsx';
import { isSameProgram } from './orders.ts';
import { OrdersSide } from './orders-side.tsx';
import { useGivenOrders } from './use-given-orders.ts';
import { useOrders } from './use-orders.ts';

export interface ProgramOrdersOptions {
  /** Which program of the page it is. */
  readonly id: string;
  /** The program that is shown, as a link takes it. */
  readonly program: PlaygroundProgram;
  /** What is changed of its runs. */
  readonly whatIf: WhatIf;
  /** The same to be run; null where it can't be, which is said then. */
  readonly prepare: () => Program | null;
  /** Its run that is shown; null where that is another program's, or none. */
  readonly trace: Trace | null;
  readonly onSaid: (words: string) => void;
  /** Runs it in this order; null for its usual one. */
  readonly onRun: (late: readonly Late[] | null) => void;
}

export interface ProgramOrders {
  /** What is late in the order that a program is to run in; null for its usual one. */
  lateOf(program: PlaygroundProgram): readonly Late[] | null;
  /** A link wants it to run in this order. */
  give(program: PlaygroundProgram, late: readonly Late[]): void;
  /** Tries the other orders of the program that is shown. */
  explore(): void;
  /** Puts the orders away, so that its run can be seen. */
  close(): void;
  /** A program of the page is gone. */
  forget(id: string): void;
  /** The side of the program: its orders where they are wanted, else its run. */
  side(run: ComponentChildren): ComponentChildren;
}

/** The other orders of the program that is shown: tried, shown, and run in. */
export function useProgramOrders(options: ProgramOrdersOptions): ProgramOrders {
  const { id, program, whatIf, prepare, trace, onSaid, onRun } = options;
  const others = useOrders({ onSaid });
  const given = useGivenOrders();
  const orders = others.of(id);
  const control = others.control(id);
  const begin = (how: 'tryOrders' | 'restart') => {
    const prepared = prepare();
    if (prepared) others[how](id, prepared);
  };
  const runInOrder = (late: readonly Late[] | null) => {
    if (late) given.give(programKey(program), late);
    else given.takeBack(programKey(program));
    control.close();
    onRun(late);
  };
  return {
    lateOf: (of) => given.of(programKey(of)),
    give: (to, late) => given.give(programKey(to), late),
    explore: () => begin('tryOrders'),
    close: control.close,
    forget: others.forget,
    side: (run) =>
      orders ? (
        <OrdersSide
          key={id}
          {...{ orders, control, program }}
          isStale={!isNow(orders.program, program, whatIf)}
          onRestart={() => begin('restart')}
          onRunInOrder={runInOrder}
        />
      ) : (
        <>
          <GivenOrderSide
            late={given.of(programKey(program))}
            trace={trace}
            onTakeBack={() => runInOrder(null)}
          />
          {run}
        </>
      ),
  };
}

/** What a program is run with. */
export function scheduleFor(late: readonly Late[] | null): { readonly schedule?: Schedule } {
  return late && late.length > 0 ? { schedule: { policy: 'scripted', late } } : {};
}

/** Whether what was explored is the program as it is now. */
function isNow(explored: Program, program: PlaygroundProgram, whatIf: WhatIf): boolean {
  const { problem, ...prepared } = prepareProgram(program);
  const now = { ...explored, source: program.source, ...prepared, whatIf };
  return problem === null && isSameProgram(explored, now);
}
