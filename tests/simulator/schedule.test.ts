/** What asyncio leaves open is decided by a policy, and what was decided can be played again. */
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { scheduleOf } from '../../src/simulator/replay.ts';
import type { Schedule } from '../../src/simulator/schedule.ts';
import { decodeTrace, encodeTrace } from '../../src/trace/codec.ts';
import type { EventOf, Trace } from '../../src/trace/schema.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const run = (source: string, schedule: Schedule = { policy: 'fifo' }) =>
  simulator.run({ source, schedule }).finished;

const outputOf = ({ events }: Trace) =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join('');

const putOff = ({ events }: Trace) =>
  events.filter((event): event is EventOf<'put-off'> => event.kind === 'put-off');

const TWO_SLEEPERS = `import asyncio

async def say(name):
    await asyncio.sleep(1)
    print(name, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(say("a"), say("b"))

asyncio.run(main())
`;

const THREADS = `import threading

def work(name):
    go.wait()
    print(name)

go = threading.Event()
for name in "abcdef":
    threading.Thread(target=work, args=(name,)).start()
go.set()
`;

const ECHO = `import asyncio

async def serve(reader, writer):
    writer.write(await reader.read(5))
    writer.close()

async def ask(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    writer.write(name)
    print(await reader.read(5))

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8000):
        await asyncio.gather(ask(b"one"), ask(b"two"))

asyncio.run(main())
`;

describe('a schedule', () => {
  it('is first in, first out, and puts nothing off, unless another is asked for', async () => {
    const trace = await run(TWO_SLEEPERS);
    expect(trace.schedule).toBeUndefined();
    expect(putOff(trace)).toEqual([]);
    expect(outputOf(trace)).toBe('a 1.0\nb 1.0\n');
  });

  it('by a script puts off what it names, and nothing else', async () => {
    const trace = await run(TWO_SLEEPERS, {
      policy: 'scripted',
      late: [{ number: 0, byNs: 7_000_000 }],
    });
    expect(outputOf(trace)).toBe('b 1.0\na 1.007\n');
    expect(trace.schedule).toEqual({ seed: null });
    expect(putOff(trace)).toMatchObject([{ choice: 0, what: 'timer', byNs: 7_000_000, atNs: 0 }]);
    const made = trace.events.filter((event) => event.kind === 'task-created');
    expect(putOff(trace)[0]?.of).toBe(made.find(({ args }) => args === '"a"')?.task);
  });

  it.each([
    ['timers', TWO_SLEEPERS],
    ['threads', THREADS],
    ['connections', ECHO],
  ])('from a seed is the same each time, and of %s its trace replays it', async (_, source) => {
    const outputs = new Set<string>();
    for (let seed = 1; seed <= 6; seed += 1) {
      const first = await run(source, { policy: 'seeded', seed });
      const again = await run(source, { policy: 'seeded', seed });
      expect(encodeTrace(again)).toEqual(encodeTrace(first));
      const replayed = await run(source, scheduleOf(decodeTrace(encodeTrace(first))));
      expect(replayed.events).toEqual(first.events);
      expect(replayed.outcome).toEqual(first.outcome);
      outputs.add(outputOf(first).replace(/\\d\\.\\d+/g, '#'));
    }
    expect(outputs.size).toBeGreaterThan(1);
  });

  it('keeps what asyncio promises: callbacks in their order, and nothing early', async () => {
    const source = `import asyncio

async def main():
    loop = asyncio.get_running_loop()
    order = []
    for number in range(20):
        loop.call_soon(order.append, number)
    begun = loop.time()
    await asyncio.sleep(0.01)
    assert loop.time() >= begun + 0.01
    assert order == list(range(20)), order
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    for number in range(20):
        writer.write(bytes([number]))
        await asyncio.sleep(0.001)
    writer.write_eof()
    assert await reader.read() == bytes(range(20))

async def echo(reader, writer):
    while piece := await reader.read(3):
        writer.write(piece)
    writer.close()

async def serve():
    async with await asyncio.start_server(echo, "127.0.0.1", 8000):
        await main()

asyncio.run(serve())
`;
    for (let seed = 1; seed <= 8; seed += 1) {
      const { outcome } = await run(source, { policy: 'seeded', seed });
      expect(outcome, `seed ${seed}`).toEqual({ kind: 'exited', status: 0, error: null });
    }
  });
});
