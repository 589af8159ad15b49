/** How a run ends that would not end by itself; the output so far is kept. */
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Trace, TraceEvent } from '../../src/trace/schema.ts';
import { runPython } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

const FOREVER = `
  import asyncio

  async def main():
      print("begun")
      while True:
          await asyncio.sleep(1)

  asyncio.run(main())
`;

it('stops a loop without end at the limit of virtual time', async () => {
  const { outcome, endedNs } = await runPython(FOREVER, { virtualTimeNs: 60e9 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'virtual-time' });
  expect(endedNs).toBe(60e9);
});

it('stops a loop without end at the limit of turns', async () => {
  const trace = await runPython(FOREVER, { steps: 1_000 });
  expect(trace.outcome).toEqual({ kind: 'limited', limit: 'steps', allowed: 1_000 });
  expect(stdoutOf(trace)).toBe('begun\n');
});

it('stops endless output at its limit and keeps what was printed', async () => {
  const { outcome, events } = await runPython('while True: print("tea")\n', { outputChars: 10 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'output' });
  const text = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  expect(text).toBe('tea\ntea\nte');
});

it('keeps of a text that is longer than any event may be what the limit leaves of it', async () => {
  const trace = await runPython('print("x" * 20_000_000)\n', { outputChars: 10 });
  expect(trace.outcome).toMatchObject({ kind: 'limited', limit: 'output' });
  expect(stdoutOf(trace)).toBe('xxxxxxxxxx');
});

it('stops a program that creates tasks without end', async () => {
  const source = `
    import asyncio

    async def fork():
        while True:
            asyncio.create_task(fork())
            await asyncio.sleep(0)

    asyncio.run(fork())
  `;
  const { outcome } = await runPython(source, { tasks: 500 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'tasks' });
});

it('stops a computation without end at the limit of computing, at the same point every time', async () => {
  const source = 'print("hi")\nwhile True: pass\n';
  const limits = { computingNs: 0.3e9 };
  const trace = await runPython(source, limits);
  expect(trace.outcome).toEqual({ kind: 'limited', limit: 'computing', allowed: 0.3e9 });
  expect(stdoutOf(trace)).toBe('hi\n');
  expect(await runPython(source, limits)).toEqual(trace);
});

it('counts what threads and processes compute towards one limit, whether or not they wait', async () => {
  const source = `
    import multiprocessing, threading, time

    def crunch():
        while True:
            sum(n for n in range(1_000))
            time.sleep(0.001)

    if __name__ == "__main__":
        threading.Thread(target=crunch).start()
        multiprocessing.Process(target=crunch).start()
        crunch()
  `;
  const { outcome } = await runPython(source, { computingNs: 0.2e9 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'computing' });
});

it('stops threads that take turns without end, at the same point every time', async () => {
  const source = `
    import queue, threading

    here, there = queue.Queue(), queue.Queue()

    def play(mine, other):
        while True:
            other.put(mine.get())

    threading.Thread(target=play, args=(here, there), daemon=True).start()
    here.put("ball")
    play(there, here)
  `;
  const trace = await runPython(source, { threadTurns: 500 });
  expect(trace.outcome).toEqual({ kind: 'limited', limit: 'thread-turns', allowed: 500 });
  expect(await runPython(source, { threadTurns: 500 })).toEqual(trace);
});

/** SQLite asks nobody while it answers. */
const WITHIN_ONE_CALL = `
  import sqlite3

  print("hi")
  endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
  sqlite3.connect(":memory:").execute(endless).fetchone()
`;

it('stops what no other limit can count at the limit of real time', async () => {
  const trace = await runPython(WITHIN_ONE_CALL, { realTimeMs: 500 });
  expect(trace.outcome).toMatchObject({ kind: 'limited', limit: 'real-time' });
  expect(stdoutOf(trace)).toBe('hi\n');
});

it('stops an engine that only computes and gives no sign', async () => {
  const trace = await runPython(WITHIN_ONE_CALL, { oneCallMs: 300 });
  expect(trace.outcome).toEqual({ kind: 'limited', limit: 'one-call', allowed: 300 });
  expect(stdoutOf(trace)).toBe('hi\n');
});

describe('a call of C without an end', () => {
  const CALLS = [
    'sum(itertools.repeat(1))',
    'collections.deque(itertools.cycle("ab"), maxlen=0)',
    'any(map(int, iter(int, 1)))',
    're.match(r"(a+)+$", "a" * 60 + "b")',
  ];

  it.each(CALLS)(
    '%s is told of while it lasts, and ends at the limit of virtual time',
    async (call) => {
      const source = `
      import asyncio, collections, itertools, re

      async def main():
          await asyncio.sleep(1)
          ${call}

      asyncio.run(main())
    `;
      const trace = await runPython(source, { virtualTimeNs: 1.8e9 });
      expect(trace.outcome).toMatchObject({ kind: 'limited', limit: 'virtual-time' });
      const told = trace.events.find(({ kind }) => kind === 'computing');
      expect(told).toMatchObject({ by: 1, fromNs: expect.any(Number), location: { line: 5 } });
      expect(told?.atNs).toBeLessThan(1.7e9);
      expect(await runPython(source, { virtualTimeNs: 1.8e9 })).toEqual(trace);
    },
  );
});

it('lets nobody else run while a call of C iterates, as natively', async () => {
  const trace = await runPython(`
    import itertools, threading, time
    from sys import stdout

    write = stdout.write
    thread = threading.Thread(target=lambda: (time.sleep(0.05), write("a thread.")))
    thread.start()
    sum(itertools.repeat(1, 20_000_000))
    write("the sum.")
  `);
  expect(stdoutOf(trace)).toBe('the sum.a thread.');
});

it('lets other processes go on meanwhile', async () => {
  const trace = await runPython(`
    import subprocess, sys, time

    endless = [sys.executable, "-c", "import itertools; sum(itertools.repeat(1))"]
    try:
        subprocess.run(endless, timeout=0.2)
    except subprocess.TimeoutExpired:
        print("killed after", round(time.monotonic(), 1))
  `);
  expect(stdoutOf(trace)).toBe('killed after 0.2\n');
});

it('lasts until the limit of virtual time, though the last thing happened before', async () => {
  const { endedNs, events } = await runPython(FOREVER, { virtualTimeNs: 2.5e9 });
  expect([events.at(-1)?.atNs, endedNs]).toEqual([2e9, 2.5e9]);
});

it('stops when it is told to, also in a loop that never looks up', async () => {
  const simulator = createNodeSimulator();
  const { promise: printed, resolve } = Promise.withResolvers<void>();
  let text = '';
  const resolveOnceWhole = (batch: readonly TraceEvent[]) => {
    text += batch.map((event) => (event.kind === 'output' ? event.text : '')).join('');
    if (text === 'hi\n') resolve();
  };
  const source = 'print("hi", flush=True)\nwhile True: pass\n';
  const run = simulator.run({ source }, resolveOnceWhole);
  await printed;
  run.stop();
  const recording = await run.finished;
  expect(recording.outcome).toEqual({ kind: 'stopped' });
  expect(stdoutOf(recording)).toBe('hi\n');
  simulator.dispose();
});

it('ends a deadlock when nothing is left to happen, and says who stands where', async () => {
  const trace = await runPython(`
    import asyncio

    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        await asyncio.sleep(2)
        await lock.acquire()

    asyncio.run(main())
  `);
  expect(trace.outcome).toEqual({ kind: 'deadlocked' });
  expect(trace.endedNs).toBe(2e9);
  expect(endings(trace)).toEqual(['main waiting on line 7 in Lock.acquire, since 2']);
});

it('ends a deadlock of threads', async () => {
  const trace = await runPython(`
    import threading

    lock = threading.Lock()
    lock.acquire()
    threading.Thread(target=lock.acquire, name="helper").start()
    lock.acquire()
  `);
  expect(trace.outcome).toEqual({ kind: 'deadlocked' });
  expect(endings(trace)).toEqual([
    'the main program parked on line 6 in Lock.acquire, since 0',
    'helper parked on line undefined in Lock.acquire, since 0',
  ]);
});

function endings(trace: Trace): string[] {
  const { agents, ending } = analysisOf(trace);
  return ending.map(({ agent, status, waitsOn, sinceNs }) => {
    const name = agents.get(agent)?.label;
    const { location, call } = waitsOn ?? {};
    return `${name} ${status} on line ${location?.line} in ${call}, since ${sinceNs / 1e9}`;
  });
}
