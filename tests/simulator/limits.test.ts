/** How a run ends that would not end by itself; the output so far is kept. */
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { TraceEvent } from '../../src/trace/schema.ts';
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
  const { outcome, events } = await runPython(FOREVER, { steps: 1_000 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'steps' });
  expect(events).toContainEqual({
    kind: 'output',
    atNs: 0,
    stream: 'stdout',
    text: 'begun\n',
    by: 1,
  });
});

it('stops endless output at its limit and keeps what was printed', async () => {
  const { outcome, events } = await runPython('while True: print("tea")\n', { outputChars: 10 });
  expect(outcome).toMatchObject({ kind: 'limited', limit: 'output' });
  const text = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  expect(text).toBe('tea\ntea\nte');
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

it('stops a computation without end at the limit of real time', async () => {
  const recording = await runPython('print("hi")\nwhile True: pass\n', { realTimeMs: 300 });
  expect(recording.outcome).toMatchObject({ kind: 'limited', limit: 'real-time' });
  expect(stdoutOf(recording)).toBe('hi\n');
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

it('reports a deadlock with the task, its line and the call it waits in', async () => {
  const { outcome, endedNs } = await runPython(`
    import asyncio

    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        await asyncio.sleep(2)
        await lock.acquire()

    asyncio.run(main())
  `);
  expect(outcome).toMatchObject({
    kind: 'deadlocked',
    report: expect.stringContaining('Task-1 (main) waits at line 7 in Lock.acquire()'),
  });
  expect(endedNs).toBe(2e9);
});

it('reports threads that wait for ever for a lock', async () => {
  const { outcome } = await runPython(`
    import threading

    lock = threading.Lock()
    lock.acquire()
    threading.Thread(target=lock.acquire, name="helper").start()
    lock.acquire()
  `);
  expect(outcome).toMatchObject({
    kind: 'deadlocked',
    report: expect.stringContaining('MainThread waits at line 6 in lock.acquire()'),
  });
});
