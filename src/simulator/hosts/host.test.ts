import { expect, test, vi } from 'vitest';
import { numberOfKind } from '../../trace/encoding.ts';
import type { FromEngine, ToEngine } from '../protocol.ts';
import { createSimulator } from './host.ts';
import type { EngineThread } from './remote-engine.ts';

/** Threads that answer when they are told to. */
function fakeThreads() {
  const threads: (EngineThread & {
    readonly got: ToEngine[];
    say(message: FromEngine): void;
    runOutOfMemory(): void;
  })[] = [];
  const startThread = () => {
    let tell = (_: FromEngine) => {};
    let dieOfMemory = () => {};
    const thread = {
      got: [] as ToEngine[],
      send: (message: ToEngine) => void thread.got.push(message),
      listen: ({ onMessage, onMemoryOut }: Parameters<EngineThread['listen']>[0]) => {
        tell = onMessage;
        dieOfMemory = onMemoryOut;
      },
      terminate() {},
      say: (message: FromEngine) => tell(message),
      runOutOfMemory: () => dieOfMemory(),
    };
    threads.push(thread);
    return thread;
  };
  return { threads, startThread };
}

const ENDED: FromEngine = {
  type: 'finished',
  outcome: { kind: 'exited', status: 0, error: null },
  endedNs: 0,
};

function spareKeeping() {
  const { threads, startThread } = fakeThreads();
  const simulator = createSimulator({ preload: async () => {}, startThread, keepSpare: true });
  return { simulator, threads };
}

test('the next engine begins when a short run is over, not beside it', async () => {
  const { simulator, threads } = spareKeeping();
  const run = simulator.run({ source: '' });
  threads[0]?.say({ type: 'booted' });
  await Promise.resolve();
  expect(threads.length).toBe(1);
  threads[0]?.say(ENDED);
  await run.finished;
  await vi.waitFor(() => expect(threads.length).toBe(2));
});

test('the next engine begins beside a run that takes long', async () => {
  vi.useFakeTimers();
  try {
    const { simulator, threads } = spareKeeping();
    simulator.run({ source: '' });
    threads[0]?.say({ type: 'booted' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(threads.length).toBe(2);
    simulator.dispose();
  } finally {
    vi.useRealTimers();
  }
});

test('no engine begins after the last', async () => {
  vi.useFakeTimers();
  try {
    const { simulator, threads } = spareKeeping();
    const run = simulator.run({ source: '' });
    simulator.dispose();
    expect((await run.finished).outcome.kind).toBe('stopped');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(threads.length).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('an engine whose events cannot be true ends the run, and says why', async () => {
  const { threads, startThread } = fakeThreads();
  const simulator = createSimulator({ preload: async () => {}, startThread, keepSpare: false });
  const run = simulator.run({ source: '' });
  threads[0]?.say({ type: 'booted' });
  await Promise.resolve();
  const created = [numberOfKind('task-created'), 0, 1_000_000_000, 0, 0, 0, 0, 0, 3];
  threads[0]?.say({ type: 'events', events: { numbers: created, texts: ['x'] } });
  const { outcome, events } = await run.finished;
  expect(events).toEqual([]);
  expect(outcome).toMatchObject({
    kind: 'crashed',
    message: expect.stringContaining('expected agent 1, the next one, found 1000000000'),
  });
});

test('a worker that dies for want of memory is the end of what the program may have', async () => {
  const { simulator, threads } = spareKeeping();
  const run = simulator.run({ source: '' });
  threads[0]?.say({ type: 'booted' });
  await Promise.resolve();
  threads[0]?.runOutOfMemory();
  expect((await run.finished).outcome).toMatchObject({ kind: 'limited', limit: 'memory' });
  simulator.dispose();
});
