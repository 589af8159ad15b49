/** What is said first of a run, of real runs; what is said of others stands with their insights. */
import { describe, expect, it } from 'vitest';
import { insightsOf } from '../../src/insights/insight.ts';
import { restOf, type Verdict, verdictOf } from '../../src/insights/verdict.ts';
import type { Limits } from '../../src/simulator/simulator.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { runPython } from '../simulator/run-python.ts';

/** `broken at 1.000: …`; of what stands below it, each sentence with a `+`. */
async function verdictsOf(source: string, limits?: Partial<Limits>): Promise<string> {
  return written(verdictOf(await runPython(source, limits)));
}

function written({ kind, atNs, text, more }: Verdict): string {
  return [`${kind} at ${(atNs / 1e9).toFixed(3)}: ${text}`, ...more].join('\n+ ');
}

describe('a deadlock', () => {
  it('is told as the ring it is, whole and at the moment it was closed', async () => {
    const source = `
      import asyncio
      async def cross(first, second):
          async with first:
              await asyncio.sleep(1)
              async with second:
                  pass
      async def main():
          a, b = asyncio.Lock(), asyncio.Lock()
          async with asyncio.TaskGroup() as group:
              group.create_task(cross(a, b), name="left")
              group.create_task(cross(b, a), name="right")
      asyncio.run(main())
    `;
    expect(await verdictsOf(source)).toBe(
      'broken at 1.000: Deadlock at 1.000: `left` waits for `b`, held by `right`, which waits for `a`, held by `left`.\n' +
        '+ `main` waits in `TaskGroup` on line 9 for `left` and `right`.',
    );
  });

  it('names whoever failed to do what the others wait for', async () => {
    const source = `
      import asyncio
      async def produce(queue):
          await queue.put(1)
          raise OSError("no more")
      async def main():
          queue = asyncio.Queue()
          task = asyncio.create_task(produce(queue))
          while True:
              await queue.get()
      asyncio.run(main())
    `;
    expect(await verdictsOf(source)).toBe(
      'broken at 0.000: Deadlock at 0.000: `main` waits on line 9 for an item in `queue`, and nothing is left that could put one in. `produce`, which had put items into `queue`, failed with `OSError: no more` on line 4 at 0.000.',
    );
  });

  it('is none where a signal is awaited', async () => {
    const source = `
      import asyncio, signal
      async def main():
          stop = asyncio.Event()
          asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
          await stop.wait()
      asyncio.run(main())
    `;
    expect(await verdictsOf(source)).toMatch(
      /^goes-on at 0\.000: Since 0\.000 only a signal can make the program go on: `main` waits on line 5/,
    );
  });
});

describe('an uncaught exception', () => {
  it('is told with its type, its message, who raised it, where and when', async () => {
    const source = `
      import asyncio
      async def main():
          await asyncio.sleep(1)
          return {}["price"]
      asyncio.run(main())
    `;
    expect(await verdictsOf(source)).toBe(
      "broken at 1.000: The program ended with `KeyError: 'price'` at 1.000: it was raised in `main` on line 4.",
    );
  });

  it('is told by way of the task that it came out of', async () => {
    const source = `
      import asyncio
      async def load():
          raise ValueError("empty")
      async def main():
          task = asyncio.create_task(load())
          await asyncio.sleep(1)
          await task
      asyncio.run(main())
    `;
    expect(await verdictsOf(source)).toBe(
      'broken at 0.000: The program ended with `ValueError: empty` at 1.000: it was raised in `load` on line 3 at 0.000, and came out again where `main` awaited it on line 7.',
    );
  });

  it('is told of each member of a group, and of many the first', async () => {
    const group = (count: number) => `
      import asyncio
      async def fail(number):
          raise OSError(f"disk {number}")
      async def main():
          async with asyncio.TaskGroup() as group:
              for number in range(${count}):
                  group.create_task(fail(number), name=f"job {number}")
      asyncio.run(main())
    `;
    expect(await verdictsOf(group(1))).toBe(
      'broken at 0.000: The program ended with the `ExceptionGroup` of a task group at 0.000: `OSError: disk 0` in `job 0` on line 3.',
    );
    expect(await verdictsOf(group(4))).toBe(
      'broken at 0.000: The program ended with the `ExceptionGroup` of a task group at 0.000: `OSError: disk 0` in `job 0` on line 3, `OSError: disk 1` in `job 1` on line 3 and two more.',
    );
  });

  it('counts no members that CPython left out of what it printed', async () => {
    const wide = 'raise ExceptionGroup("wide", [ValueError(i) for i in range(100)])';
    expect(await verdictsOf(wide)).toMatch(/: `ValueError: 0`, `ValueError: 1` and more\.$/);
    const deep = `
      error = ValueError("deep")
      for i in range(40):
          error = ExceptionGroup("deep", [error, TypeError(i)])
      raise error
    `;
    expect(await verdictsOf(deep)).toMatch(/: `TypeError: 30`, `TypeError: 31` and more\.$/);
  });

  it('names no task where plain code raised it', async () => {
    expect(await verdictsOf('def f():\n    return 1 / 0\nf()\n')).toBe(
      'broken at 0.000: The program ended with `ZeroDivisionError: division by zero` at 0.000: it was raised on line 2.',
    );
  });

  it('of a program that could not be compiled says that it did not begin', async () => {
    expect(await verdictsOf('x = = 1\n')).toBe(
      'broken at 0.000: The program did not begin: `SyntaxError: invalid syntax` on line 1.',
    );
  });

  it('gives way to what the reader can do about it', async () => {
    expect(await verdictsOf('import asyncpg\n')).toMatch(
      /^broken at 0\.000: The program needs `asyncpg` on line 1, which is not part of Python: .*\n\+ To watch/,
    );
  });
});

describe('an end', () => {
  it.each([
    ['print(1)', 'fine at 0.000: Ended at 0.000 without a task.'],
    [
      'import asyncio\nasync def main():\n    await asyncio.sleep(1.5)\nasyncio.run(main())',
      'fine at 0.000: Ended at 1.500 after one task (`main`).',
    ],
    ['import sys\nsys.exit(3)', 'broken at 0.000: Ended at 0.000 with exit status 3.'],
    [
      'import threading, time\nfor _ in range(2):\n    threading.Thread(target=time.sleep, args=(1,)).start()',
      'fine at 0.000: Ended at 1.000 after two threads.',
    ],
  ])('in which nothing is amiss is told by what there was: %j', async (source, told) => {
    expect(await verdictsOf(source)).toBe(told);
  });

  it('is told by the insight that matters most, and not a second time', async () => {
    const trace = await runPython(`
      import asyncio, time
      async def tick():
          for _ in range(3):
              await asyncio.sleep(0.5)
      async def main():
          task = asyncio.create_task(tick())
          await asyncio.sleep(0.25)
          time.sleep(2)
          await task
      asyncio.run(main())
    `);
    const verdict = verdictOf(trace);
    expect(written(verdict)).toBe(
      'noteworthy at 0.250: From 0.250 to 2.250 the event loop was blocked by `time.sleep` on line 8 in `main`; `tick` ran 1.750 s late.',
    );
    expect(insightsOf(trace)).toContain(verdict.insight);
    expect(restOf(insightsOf(trace), verdict)).toEqual([]);
  });
});

describe('a program that does not end', () => {
  const ticker = `
    import asyncio
    async def main():
        while True:
            await asyncio.sleep(1)
    asyncio.run(main())
  `;
  const goesOn =
    'goes-on at 0.000: The program goes on: `main` waits in `sleep` on line 4, again and again.';

  it('goes on, or serves', async () => {
    expect(await verdictsOf(ticker, { virtualTimeNs: 9e9 })).toBe(goesOn);
    const server = `
      import asyncio
      async def main():
          server = await asyncio.start_server(print, "127.0.0.1", 8888)
          await server.serve_forever()
      asyncio.run(main())
    `;
    expect(await verdictsOf(server)).toMatch(/^goes-on at 0\.000: The program serves at/);
  });

  it('was stopped by the reader, who knows what it did', async () => {
    const trace: Trace = {
      ...(await runPython(ticker, { virtualTimeNs: 9e9 })),
      outcome: { kind: 'stopped' },
    };
    expect(written(verdictOf(trace))).toBe(
      goesOn.replace('The program', 'Stopped by you at 9.000. The program'),
    );
  });

  it('is broken where it holds its loop and others are ready', async () => {
    const source = `
      import asyncio
      async def other():
          pass
      async def main():
          asyncio.create_task(other())
          while True:
              pass
      asyncio.run(main())
    `;
    expect(await verdictsOf(source, { computingNs: 1e9 })).toMatch(
      /^broken at \d\.\d{3}: `main` has held the event loop since 0\.000 without an `await`/,
    );
  });

  it('that wants too much is told what to do', async () => {
    const source = `
      import asyncio
      async def main():
          while True:
              asyncio.create_task(asyncio.sleep(1))
      asyncio.run(main())
    `;
    expect(await verdictsOf(source, { tasks: 50 })).toMatch(
      /^broken at 0\.000: Stopped: the program created more than 50 tasks\.\n\+ Limit how many/,
    );
  });
});
