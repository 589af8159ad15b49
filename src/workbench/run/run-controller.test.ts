import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Program, Simulator } from '../../simulator/simulator.ts';
import type { Outcome, Trace } from '../../trace/schema.ts';
import { traceOf } from '../../trace/test-events.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import type { LiveRun } from './live-run.ts';
import { RunController, type RunControllerOptions, type Runs } from './run-controller.ts';

const A: Program = { source: 'a' };
const B: Program = { source: 'b' };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => vi.unstubAllGlobals());

type End = 'stopped' | 'exited' | 'running' | 'limited';

function endedTrace({ source, limits }: Program, kind: End): Trace {
  const outcome = outcomeOf(kind, limits?.steps ?? 0);
  return { ...traceOf([], { outcome }), program: { name: source, source, seed: 0 } };
}

function outcomeOf(kind: End, steps: number): Outcome {
  switch (kind) {
    case 'exited':
      return { kind, status: 0, error: null };
    case 'limited':
      return { kind, limit: 'steps', allowed: steps };
    default:
      return { kind };
  }
}

/** A simulator whose runs end when told, or when they are stopped. */
function fakeSimulator() {
  const ends = new Map<string, (kind: End) => void>();
  const steps: (number | undefined)[] = [];
  const simulator: Simulator = {
    preload() {},
    async prepare() {},
    keepSpares() {},
    run(program) {
      const { promise: finished, resolve } = Promise.withResolvers<Trace>();
      steps.push(program.limits?.steps);
      ends.set(program.source, (kind) => resolve(endedTrace(program, kind)));
      return {
        finished,
        soFar: () => endedTrace(program, 'running'),
        stop: () => resolve(endedTrace(program, 'stopped')),
      };
    },
    explore() {
      throw new Error('nothing is explored here');
    },
    dispose() {},
  };
  const end = (source: string, kind: End = 'exited') => ends.get(source)?.(kind);
  return { simulator, end, steps };
}

type Options = Partial<RunControllerOptions<Outcome['kind']>>;

function controlled(options: Options = {}) {
  const { simulator, end, steps } = fakeSimulator();
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
  /** `"one: running"`, `"one: running, limited so far"`, `"one: exited"`, `"one: limited, to go on"` */
  const states = () => [...shown.byKey].map(([key, run]) => `${key}: ${stateText(run)}`);
  return { controller, end, steps, log, states, busyKey: () => shown.busyKey };
}

function stateText(run: LiveRun<string>): string {
  if (run.phase === 'finished') return run.further ? `${run.result}, to go on` : run.result;
  return run.phase === 'running' && run.soFar ? `running, ${run.soFar} so far` : run.phase;
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

it('ends what plays on the page, and is not ended by it', async () => {
  const { controller, end, states } = controlled();
  const played = vi.fn();
  takeTurn('play', played);
  const over = controller.start('one', A);
  expect(played).toHaveBeenCalledOnce();
  await running(states, 'one');
  const playing = () => {};
  takeTurn('play', playing);
  leaveTurn('play', playing);
  end('a');
  await over;
  expect(states()).toEqual(['one: exited']);
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

it('does not offer to go on to whoever stops it while what it came to is worked out', async () => {
  const concluding = Promise.withResolvers<void>();
  const { controller, end, states } = controlled({
    conclusion: async () => async (trace) => {
      await concluding.promise;
      return trace.outcome.kind;
    },
  });
  const over = controller.start('one', A);
  await running(states, 'one');
  end('a', 'limited');
  await new Promise((resolve) => setTimeout(resolve));
  controller.stop();
  concluding.resolve();
  await over;
  expect(states()).toEqual(['one: stopped']);
});

it('does not blame Python where what a program did cannot be worked out', async () => {
  const ended: string[] = [];
  const { controller, end, states } = controlled({
    conclusion: async () => () => {
      throw new Error('too much of it');
    },
    onEnd: (_, run) => ended.push(run.phase === 'failed' ? run.message : run.phase),
  });
  const over = controller.start('one', A);
  await running(states, 'one');
  end('a');
  await over;
  expect(ended).toEqual([
    'The program has run, and what it did could not be worked out: too much of it. What you wrote is kept.',
  ]);
});

it('lets a program go on that was not at its end: again, further, with what is known in view', async () => {
  const { controller, end, steps, log, states, busyKey } = controlled();
  const first = controller.start('one', A);
  await running(states, 'one');
  end('a', 'limited');
  await first;
  expect([states(), busyKey()]).toEqual([['one: limited, to go on'], null]);
  const second = controller.goOn('one');
  expect([states(), busyKey()]).toEqual([['one: running, limited so far'], 'one']);
  await vi.waitFor(() => expect(steps.length).toBe(2));
  end('a');
  await second;
  expect(states()).toEqual(['one: exited']);
  expect(steps).toEqual([60_000, 180_000]);
  expect(log).toEqual(['one finished', 'one finished']);
});

it('takes a program that could go on for stopped where the reader wants no more of it', async () => {
  const { controller, end, states } = controlled();
  const over = controller.start('one', A);
  await running(states, 'one');
  end('a', 'limited');
  await over;
  await controller.settle('one');
  expect(states()).toEqual(['one: stopped']);
  await controller.goOn('one');
  expect(states()).toEqual(['one: stopped']);
});

it('shows a run that takes long as far as it has come', async () => {
  const { controller, end, states } = controlled();
  const over = controller.start('one', A);
  await running(states, 'one');
  await vi.waitFor(() => expect(states()).toEqual(['one: running, running so far']), 2_000);
  end('a');
  await over;
  expect(states()).toEqual(['one: exited']);
});

it('runs to the usual limits, and only once, where nobody watches', async () => {
  const { controller, end, steps, states } = controlled({ watched: false });
  const over = controller.start('one', A);
  await running(states, 'one');
  end('a', 'limited');
  await over;
  expect(states()).toEqual(['one: limited']);
  expect(steps).toEqual([undefined]);
});
