import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Program, Simulator } from '../../simulator/simulator.ts';
import type { Outcome, Trace } from '../../trace/schema.ts';
import { traceOf } from '../../trace/test-events.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { RunController, type Runs } from './run-controller.ts';

const A: Program = { source: 'a' };
const B: Program = { source: 'b' };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => vi.unstubAllGlobals());

function endedTrace({ source }: Program, kind: 'stopped' | 'exited'): Trace {
  const outcome: Outcome = kind === 'stopped' ? { kind } : { kind, status: 0, error: null };
  return { ...traceOf([], { outcome }), program: { name: source, source, seed: 0 } };
}

/** A simulator whose runs end when told, or when they are stopped. */
function fakeSimulator() {
  const ends = new Map<string, () => void>();
  const simulator: Simulator = {
    preload() {},
    async prepare() {},
    run(program) {
      const { promise: finished, resolve } = Promise.withResolvers<Trace>();
      ends.set(program.source, () => resolve(endedTrace(program, 'exited')));
      return { finished, stop: () => resolve(endedTrace(program, 'stopped')) };
    },
    dispose() {},
  };
  return { simulator, end: (source: string) => ends.get(source)?.() };
}

function controlled(options: { readonly simulator?: () => Promise<Simulator> } = {}) {
  const { simulator, end } = fakeSimulator();
  const log: string[] = [];
  let shown: Runs<Outcome['kind']> = { byKey: new Map(), busyKey: null };
  const controller = new RunController<Outcome['kind']>({
    simulator: async () => simulator,
    conclusion: async () => (trace) => trace.outcome.kind,
    onChange(runs) {
      shown = runs;
    },
    onEnd: (key, run) => void log.push(`${key} ${run.phase}`),
    ...options,
  });
  /** `"one: running"`, `"one: exited"` */
  const states = () =>
    [...shown.byKey].map(
      ([key, run]) => `${key}: ${run.phase === 'finished' ? run.result : run.phase}`,
    );
  return { controller, end, log, states, busyKey: () => shown.busyKey };
}

const running = (states: () => string[], key: string) =>
  vi.waitFor(() => expect(states()).toContain(`${key}: running`));

it('shows a run from its preparation to what is concluded of it', async () => {
  const { controller, end, log, states, busyKey } = controlled();
  const over = controller.start('one', A);
  expect([states(), busyKey()]).toEqual([['one: preparing'], 'one']);
  await running(states, 'one');
  end('a');
  await over;
  expect([states(), busyKey()]).toEqual([['one: exited'], null]);
  expect(log).toEqual(['one finished']);
});

it('is stopped by the run of another program, which shows what the first came to', async () => {
  const { controller, end, log, states } = controlled();
  const first = controller.start('one', A);
  await running(states, 'one');
  const second = controller.start('two', B);
  await first;
  expect(states()).toContain('one: stopped');
  await running(states, 'two');
  end('b');
  await second;
  expect(states()).toEqual(['one: stopped', 'two: exited']);
  expect(log).toEqual(['two finished']);
});

it('says nothing of a run that was begun again', async () => {
  const { controller, end, log, states, busyKey } = controlled();
  const first = controller.start('one', A);
  await running(states, 'one');
  const second = controller.start('one', B);
  await first;
  expect(states()).not.toContain('one: stopped');
  expect(busyKey()).toBe('one');
  await running(states, 'one');
  end('b');
  await second;
  expect([states(), log]).toEqual([['one: exited'], ['one finished']]);
});

it('says nothing of a run that is forgotten', async () => {
  const { controller, log, states, busyKey } = controlled();
  const over = controller.start('one', A);
  await running(states, 'one');
  controller.forget('one');
  await over;
  expect([states(), busyKey(), log]).toEqual([[], null, []]);
});

it('ends when another on the page runs something, and tells so', async () => {
  const { controller, log, states } = controlled();
  const over = controller.start('one', A);
  await running(states, 'one');
  const elsewhere = () => {};
  takeTurn('run', elsewhere);
  await over;
  expect([states(), log]).toEqual([['one: stopped'], ['one finished']]);
  leaveTurn('run', elsewhere);
});

it('can be stopped before there is a Python', async () => {
  const { controller, states } = controlled({ simulator: () => new Promise(() => {}) });
  const over = controller.start('one', A);
  controller.stop();
  await over;
  expect(states()).toEqual(['one: stopped']);
});

it('says so where there is no Python to be had', async () => {
  const { controller, log, states, busyKey } = controlled({
    simulator: () => Promise.reject(new Error('offline')),
  });
  await controller.start('one', A);
  expect([states(), busyKey(), log]).toEqual([['one: failed'], null, ['one failed']]);
});
