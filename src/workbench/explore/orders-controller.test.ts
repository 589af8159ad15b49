import { expect, it, vi } from 'vitest';
import type { Exploration, ExploreOptions, Explorer } from '../../explore/explore.ts';
import { outcomeKey } from '../../explore/outcomes.ts';
import type { ExploredRun, Program, Simulator } from '../../simulator/simulator.ts';
import type { Outcome, Trace } from '../../trace/schema.ts';
import { takeTurn } from '../page-turns.ts';
import type { ProgramResult } from '../run/live-run.ts';
import type { Orders } from './orders.ts';
import { OrdersController } from './orders-controller.ts';
import { endWords, headline } from './orders-words.ts';
import { shownOutcomes } from './shown-outcomes.ts';

const ENDED: Outcome = { kind: 'exited', status: 0, error: null };
const FAILED: Outcome = {
  kind: 'exited',
  status: 1,
  error: { type: 'AssertionError', message: 'sold 3 of 2', location: null },
};

const PROGRAM: Program = { source: 'print("sold")' };

interface Fake {
  /** What each order comes to, by its number. */
  readonly orders?: (number: number) => ExploredRun;
  readonly usual?: Outcome;
  readonly choices?: number;
  /** Whether what an order came to does not come again. */
  readonly isOnce?: boolean;
  /** Called before the runs up to this number are told. */
  readonly before?: (number: number) => void;
}

/** A program whose orders come to what they are told to. */
function controllerOf(fake: Fake = {}) {
  const { orders = () => ran(), usual = ENDED, choices = 3, before = () => {}, isOnce } = fake;
  const seen: Orders[] = [];
  const ended: Orders[] = [];
  let clockMs = 0;
  let closed = 0;
  const explorer: Explorer = {
    async explore({ before: known, orders: count, onProgress, signal }: ExploreOptions) {
      let exploration: Exploration = { ...(known as Exploration), open: { choices, looks: 0 } };
      while (exploration.runs.length < count) {
        const number = exploration.runs.length;
        before(number);
        clockMs += 20;
        if (signal?.aborted) break;
        exploration = { ...exploration, runs: [...exploration.runs, orders(number)] };
        onProgress?.(exploration);
      }
      return exploration;
    },
    async shrinkTo(run, _, signal) {
      const late = run.late.slice(0, 1);
      const trace = isOnce ? traceOf(ENDED, 'sold 2\n') : traceOf(run.outcome, run.output);
      return signal?.aborted ? null : { late, trace };
    },
    close: () => {
      closed += 1;
    },
  };
  const simulator = {
    prepare: async () => {},
    run: () => ({ finished: Promise.resolve(traceOf(usual, 'sold 2\n')), stop: () => {} }),
  } as unknown as Simulator;
  const controller = new OrdersController(PROGRAM, {
    simulator: async () => simulator,
    createExplorer: () => explorer,
    judge: async (trace) => ({ trace, verdict: { text: '' } }) as unknown as ProgramResult,
    onChange: (next) => seen.push(next),
    onEnd: (next) => ended.push(next),
    nowMs: () => clockMs,
  });
  return { controller, seen, ended, closed: () => closed };
}

function ran(outcome: Outcome = ENDED, output = 'sold 2\n', late = 0): ExploredRun {
  return {
    ...{ output, outcome, endedNs: 1e9, choices: 3, looks: 0 },
    late: Array.from({ length: late }, (_, number) => ({ number, byNs: 1_000 })),
  };
}

function traceOf(outcome: Outcome, output: string): Trace {
  return {
    version: 1,
    program: { name: 'main.py', source: PROGRAM.source, seed: 0 },
    events: [{ kind: 'output', atNs: 0, text: output, stream: 'stdout' }],
    outcome,
    endedNs: 1e9,
  } as unknown as Trace;
}

/** Broken are the orders whose numbers are these. */
const brokenAt =
  (...numbers: readonly number[]) =>
  (number: number) =>
    numbers.includes(number) ? ran(FAILED, 'sold 3\n', 2) : ran();

it('tries a thousand orders, and shows the one that breaks the program without being asked', async () => {
  const { controller, seen, ended } = controllerOf({ orders: brokenAt(500, 700) });
  await controller.goOn();
  const { exploration, shown, work, chosen } = controller.orders;
  expect(exploration?.runs).toHaveLength(1_000);
  expect(shown?.late).toEqual([{ number: 0, byNs: 1_000 }]);
  expect(chosen).toBe(outcomeKey(ran(FAILED, 'sold 3\n')));
  expect(work).toBeNull();
  expect(ended).toEqual([controller.orders]);
  expect(endWords(controller.orders)).toBe('2 of 1,000 orders break it. It needs one thing late.');
  expect(new Set(seen.map((orders) => orders.work))).toEqual(
    new Set(['preparing', 'trying', 'shrinking', null]),
  );
});

it('tells how far it is and what came out so far, but not of every run', async () => {
  const { controller, seen } = controllerOf({ orders: brokenAt(3) });
  await controller.goOn();
  const told = seen
    .filter(({ work }) => work === 'trying')
    .map((orders) => headline(orders, shownOutcomes(orders)));
  expect(told).toContain('1 of 60 orders breaks it.');
  expect(told.some((words) => /^1 of [2-9]\d\d orders breaks it\.$/.test(words))).toBe(true);
  expect(told.length).toBeLessThan(300);
});

it('shows what is broken before all orders are through, and then tries the rest', async () => {
  const { controller, seen } = controllerOf({ orders: brokenAt(3) });
  await controller.goOn();
  const first = seen.find(({ shown }) => shown !== null);
  expect(first?.exploration?.runs).toHaveLength(60);
  expect(controller.orders.exploration?.runs).toHaveLength(1_000);
});

it('goes on where it was stopped, with nothing lost', async () => {
  const tried: number[] = [];
  const { controller, closed } = controllerOf({
    before(number) {
      tried.push(number);
      if (number === 100 && !controller.orders.wasStopped && tried.length === 101) {
        controller.stop();
      }
    },
  });
  await controller.goOn();
  expect(controller.orders).toMatchObject({ work: null, wasStopped: true });
  expect(controller.orders.exploration?.runs).toHaveLength(100);
  expect(closed()).toBe(1);
  await controller.goOn();
  expect(controller.orders).toMatchObject({ work: null, wasStopped: false });
  expect(controller.orders.exploration?.runs).toHaveLength(1_000);
  expect(tried.filter((number) => number === 50)).toHaveLength(1);
  await controller.more();
  expect(controller.orders.exploration?.runs).toHaveLength(2_000);
});

it('is stopped by whoever runs something else on the page', async () => {
  const { controller } = controllerOf({
    before: (number) => number === 10 && takeTurn('run', () => {}),
  });
  await controller.goOn();
  expect(controller.orders).toMatchObject({ work: null, wasStopped: true });
  expect(controller.orders.exploration?.runs).toHaveLength(10);
});

it('shows nothing of what it was asked before, once it is asked for something else', async () => {
  const { controller, ended } = controllerOf({ orders: brokenAt(3) });
  const first = controller.goOn();
  const second = controller.goOn();
  await Promise.all([first, second]);
  expect(ended).toHaveLength(1);
  expect(controller.orders.exploration?.runs).toHaveLength(1_000);
});

it('counts anew what is broken without running an order again, and shows what has become so', async () => {
  const orders = (number: number) => (number === 5 ? ran(ENDED, 'sold 3\n', 1) : ran());
  const tried = vi.fn();
  const { controller } = controllerOf({ orders, before: tried });
  await controller.goOn();
  expect(controller.orders.shown).toBeNull();
  expect(shownOutcomes(controller.orders).map(({ isBroken }) => isBroken)).toEqual([false, false]);
  tried.mockClear();
  await controller.setBreaks(['output']);
  expect(tried).not.toHaveBeenCalled();
  expect(shownOutcomes(controller.orders).map(({ count, isBroken }) => [count, isBroken])).toEqual([
    [1, true],
    [999, false],
  ]);
  expect(controller.orders.shown?.trace.endedNs).toBe(1e9);
});

it('shows the simplest order of an outcome that is chosen', async () => {
  const orders = (number: number) =>
    ran(ENDED, number % 2 ? 'sold 3\n' : 'sold 2\n', 1 + (number % 9));
  const { controller } = controllerOf({ orders });
  await controller.goOn();
  const key = outcomeKey(ran(ENDED, 'sold 3\n'));
  await controller.choose(key);
  expect(controller.orders).toMatchObject({ chosen: key, work: null });
  expect(controller.orders.shown?.late).toHaveLength(1);
});

it.each([
  ['breaks in the usual order already', { usual: FAILED }, 'broken'],
  ['deadlocks in the usual order already', { usual: { kind: 'deadlocked' } as Outcome }, 'broken'],
  ['serves', { usual: { kind: 'serving' } as Outcome }, 'unended'],
  ['has one order', { choices: 0 }, 'one-order'],
] as const)('tries no order of a program that %s', async (_, fake, hindrance) => {
  const { controller } = controllerOf(fake);
  await controller.goOn();
  expect(controller.orders.hindrance).toBe(hindrance);
  expect(controller.orders.exploration?.runs).toEqual([]);
});

it('tries them all the same of a program that is broken as usual, where the reader insists', async () => {
  const orders = (number: number) => (number === 1 ? ran() : ran(FAILED, 'sold 2\n'));
  const { controller } = controllerOf({ usual: FAILED, orders });
  await controller.goOn();
  await controller.insist();
  expect(controller.orders).toMatchObject({ hindrance: null, shown: null });
  expect(headline(controller.orders, shownOutcomes(controller.orders))).toBe(
    '999 of 1,000 orders break it.',
  );
});

it('keeps what it has found where the engine fails, and says so', async () => {
  const { controller } = controllerOf({
    before(number) {
      if (number === 70) throw new Error('it has no memory left');
    },
  });
  await controller.goOn();
  expect(controller.orders.problem).toContain('it has no memory left');
  expect(controller.orders.exploration?.runs.length).toBeGreaterThanOrEqual(60);
  expect(controller.orders.work).toBeNull();
});

it('shows no order of an outcome that does not come again, and says so to who has asked for it', async () => {
  const { controller } = controllerOf({ orders: brokenAt(3), isOnce: true });
  await controller.goOn();
  expect(controller.orders).toMatchObject({ problem: null, shown: null, work: null });
  expect(controller.orders.exploration?.runs).toHaveLength(1_000);
  await controller.choose(outcomeKey(ran(FAILED, 'sold 3\n')));
  expect(controller.orders.problem).toContain('did not come again');
});
