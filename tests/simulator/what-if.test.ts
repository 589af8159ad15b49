/** Waits and the network's latency, changed from outside. */
import { afterAll, describe, expect, it } from 'vitest';
import { type TimedWait, timedWaits } from '../../src/analysis/timed-waits.ts';
import { ranOf } from '../../src/explore/outcomes.ts';
import { createRunner } from '../../src/explore/runner.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { NOTHING_CHANGED, type WhatIf } from '../../src/simulator/what-if.ts';
import { decodeTrace, encodeTrace } from '../../src/trace/codec.ts';
import type { Trace } from '../../src/trace/schema.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const run = (source: string, whatIf: Partial<WhatIf> = {}) =>
  simulator.run({ source, whatIf: { ...NOTHING_CHANGED, ...whatIf } }).finished;

const outputOf = ({ events }: Trace) =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join('');

/** The waits at a line of a run, in the order in which they began. */
const waitsAt = (trace: Trace, line: number) =>
  timedWaits(trace).filter((wait) => wait.line === line);

function nthAt(trace: Trace, line: number, index: number): TimedWait {
  const wait = waitsAt(trace, line)[index];
  if (!wait) throw new Error(`expected wait ${index} at line ${line}, found none`);
  return wait;
}

const lasting = (wait: TimedWait, seconds: number) => ({
  wait: wait.name,
  lengthNs: seconds * 1e9,
});

const WORKERS = `import asyncio

async def work(name, delay):
    for turn in range(2):
        await asyncio.sleep(delay)
        print(name, turn, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(work("a", 0.5), work("b", 0.75))

asyncio.run(main())
`;

describe('a wait', () => {
  it('is as long as the program says, and nothing is told of it, where nothing is changed', async () => {
    const trace = await run(WORKERS);
    expect(outputOf(trace)).toBe('a 0 0.5\nb 0 0.75\na 1 1.0\nb 1 1.5\n');
    expect(trace.events.filter(({ kind }) => kind === 'wait-changed')).toEqual([]);
    expect(waitsAt(trace, 5).map(({ askedNs, isChanged }) => [askedNs / 1e9, isChanged])).toEqual([
      [0.5, false],
      [0.75, false],
      [0.5, false],
      [0.75, false],
    ]);
  });

  it('is made longer or shorter alone, and all that follows moves', async () => {
    const before = await run(WORKERS);
    const longer = await run(WORKERS, { waits: [lasting(nthAt(before, 5, 0), 2)] });
    expect(outputOf(longer)).toBe('b 0 0.75\nb 1 1.5\na 0 2.0\na 1 2.5\n');
    const shorter = await run(WORKERS, { waits: [lasting(nthAt(before, 5, 3), 0.25)] });
    expect(outputOf(shorter)).toBe('a 0 0.5\nb 0 0.75\na 1 1.0\nb 1 1.0\n');
  });

  it('may last no time', async () => {
    const before = await run(WORKERS);
    const trace = await run(WORKERS, { waits: [lasting(nthAt(before, 5, 1), 0)] });
    expect(outputOf(trace)).toBe('b 0 0.0\na 0 0.5\nb 1 0.75\na 1 1.0\n');
  });

  it('is found by its name, whatever others do before it: several are changed together', async () => {
    const before = await run(WORKERS);
    const lastOfB = nthAt(before, 5, 3);
    expect(lastOfB.name).toMatchObject({ kind: 'sleep', line: 5, nth: 2 });
    // In this run the waits of `b` come before those of `a`.
    const trace = await run(WORKERS, {
      waits: [lasting(nthAt(before, 5, 0), 3), lasting(lastOfB, 0.125)],
    });
    expect(outputOf(trace)).toBe('b 0 0.75\nb 1 0.875\na 0 3.0\na 1 3.5\n');
  });

  it('that is changed says what it was to be', async () => {
    const before = await run(WORKERS);
    const first = nthAt(before, 5, 0);
    const trace = await run(WORKERS, { waits: [lasting(first, 2)] });
    expect(waitsAt(trace, 5)[0]).toEqual({ ...first, untilNs: 2e9, isChanged: true });
    expect(decodeTrace(encodeTrace(trace))).toEqual(trace);
  });

  it('that no run has changes nothing', async () => {
    const before = await run(WORKERS);
    const wait = nthAt(before, 5, 0);
    for (const other of [
      { nth: 9 },
      { line: 6 },
      { agent: 'program' },
      { kind: 'wait' as const },
    ]) {
      const named = { ...wait, name: { ...wait.name, ...other } };
      expect(await run(WORKERS, { waits: [lasting(named, 2)] })).toEqual(before);
    }
  });

  it('of a task that is nothing but a sleep is named by the line that made it', async () => {
    const source = `import asyncio

async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
`;
    const before = await run(source);
    const trace = await run(source, { waits: [lasting(nthAt(before, 4, 1), 0.5)] });
    expect(outputOf(trace)).toBe('1.0\n');
  });

  it('may be a thread’s, which holds its loop', async () => {
    const source = `import asyncio, time

async def main():
    time.sleep(1)
    await asyncio.to_thread(time.sleep, 2)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
time.sleep(1)
print(time.monotonic())
`;
    const before = await run(source);
    expect(outputOf(before)).toBe('3.0\n4.0\n');
    const waits = timedWaits(before).filter(({ name }) => name.kind === 'blocking-sleep');
    expect(waits.map(({ line, askedNs }) => [line, askedNs / 1e9])).toEqual([
      [4, 1],
      [5, 2],
      [9, 1],
    ]);
    const lengths = [0.25, 0.5, 4];
    const trace = await run(source, {
      waits: waits.map((wait, index) => lasting(wait, lengths[index] ?? 0)),
    });
    expect(outputOf(trace)).toBe('0.75\n4.75\n');
  });

  it('may be a time limit, which the program reads as it is', async () => {
    const source = `import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as limit:
            print(limit.when())
            await asyncio.sleep(3)
            print("done")
    except TimeoutError:
        print("too late")
    try:
        await asyncio.wait_for(asyncio.sleep(1, "in time"), 2)
        print("in time")
    except TimeoutError:
        print("too late")

asyncio.run(main())
`;
    const before = await run(source);
    expect(outputOf(before)).toBe('1.0\ntoo late\nin time\n');
    const limits = timedWaits(before).filter(({ name }) => name.kind === 'limit');
    expect(limits.map(({ line }) => line)).toEqual([5, 12]);
    const [first, second] = limits as [TimedWait, TimedWait];
    const trace = await run(source, { waits: [lasting(first, 5), lasting(second, 0.5)] });
    expect(outputOf(trace)).toBe('5.0\ndone\ntoo late\n');
    expect(trace.events.find(({ kind }) => kind === 'limit-set')).toMatchObject({ dueNs: 5e9 });
  });

  it('may be the time that `wait` is given, or a timer of the program’s own', async () => {
    const source = `import asyncio

def ring():
    print("ring", asyncio.get_running_loop().time())

async def main():
    asyncio.get_running_loop().call_later(1, ring)
    task = asyncio.create_task(asyncio.sleep(4))
    done, pending = await asyncio.wait([task], timeout=2)
    print(len(done), asyncio.get_running_loop().time())

asyncio.run(main())
`;
    const before = await run(source);
    expect(outputOf(before)).toBe('ring 1.0\n0 2.0\n');
    const waits = [lasting(nthAt(before, 7, 0), 3), lasting(nthAt(before, 9, 0), 8)];
    expect(outputOf(await run(source, { waits }))).toBe('ring 3.0\n1 4.0\n');
  });
});

const ECHO = `import asyncio
import loopscope

async def serve(reader, writer):
    writer.write(await reader.read(5))
    writer.close()

async def main():
    loopscope.latency(0.25)
    async with await asyncio.start_server(serve, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        writer.write(b"hello")
        await reader.read(5)
        print(asyncio.get_running_loop().time())

asyncio.run(main())
`;

it('what is changed is changed in every order that is tried', async () => {
  const before = await run(WORKERS);
  const waits = [lasting(nthAt(before, 5, 0), 2)];
  for (const whatIf of [
    { ...NOTHING_CHANGED, waits },
    { ...NOTHING_CHANGED, latencyNs: 1e9 },
  ]) {
    const source = whatIf.latencyNs === null ? WORKERS : ECHO;
    const usual = await run(source, whatIf);
    const options = { expected: ranOf(usual), isApart: false };
    const runner = createRunner(simulator, { source, whatIf }, options);
    const [tried] = await runner.run([{ policy: 'fifo' }]);
    runner.close();
    expect(tried?.output).toBe(outputOf(usual));
    expect(runner.isApart).toBe(whatIf.waits.length > 0);
  }
});

describe('the latency', () => {
  it('is of all that is sent, whatever the program says', async () => {
    expect(outputOf(await run(ECHO))).toBe('1.0\n');
    expect(outputOf(await run(ECHO, { latencyNs: 1e9 }))).toBe('4.0\n');
    expect(outputOf(await run(ECHO, { latencyNs: 0 }))).toBe('0.0\n');
  });
});
