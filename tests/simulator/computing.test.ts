/**
 * Computing costs virtual time of CPython's order. The native figures are CPython 3.11's on the
 * machine of `BENCHMARKS.md`; a factor of three either way is what is promised.
 */
import { describe, expect, it } from 'vitest';
import { formatTranscript } from '../../src/analysis/transcript.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';
import { runPython, transcriptOf } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

const simulator = createNodeSimulator();

const COMPUTATIONS = [
  {
    name: 'a naive fib(24)',
    nativeMs: 9.6,
    source: `
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(24)`,
  },
  {
    name: 'a prime sieve',
    nativeMs: 41.8,
    source: `
sieve = bytearray(b"\\x01") * 200_000
for i in range(2, 450):
    if sieve[i]:
        for j in range(i * i, 200_000, i):
            sieve[j] = 0`,
  },
  {
    name: 'a nested loop',
    nativeMs: 16.5,
    source: `
total = 0
for i in range(300):
    for j in range(300):
        total += i * j`,
  },
];

it.each(COMPUTATIONS)(
  'charges $name within three times of native',
  async ({ source, nativeMs }) => {
    const { endedNs } = await runPython(source);
    expect(endedNs / 1e6).toBeGreaterThan(nativeMs / 3);
    expect(endedNs / 1e6).toBeLessThan(nativeMs * 3);
  },
);

it('shows that a computation blocks the loop', async () => {
  const recording = await runPython(`
    import asyncio

    def crunch():
        total = 0
        for i in range(2_000_000):
            total += i

    async def clock():
        loop = asyncio.get_running_loop()
        for _ in range(3):
            late = loop.time()
            await asyncio.sleep(0.01)
            print(loop.time() - late > 0.05)

    async def main():
        ticking = asyncio.create_task(clock())
        await asyncio.sleep(0.015)
        crunch()
        await ticking

    asyncio.run(main())
  `);
  expect(stdoutOf(recording)).toBe('False\nTrue\nFalse\n');
});

it('charges nothing for what an ordinary program does between its waits', async () => {
  const transcript = await transcriptOf(`
    import asyncio, json, dataclasses, re, collections

    @dataclasses.dataclass
    class Order:
        item: str
        price: float

    async def take(number):
        await asyncio.sleep(number / 10)
        order = Order(f"tea {number}", 2.5 * number)
        return json.loads(json.dumps(dataclasses.asdict(order)))

    async def main():
        orders = await asyncio.gather(*(take(number) for number in range(50)))
        words = collections.Counter(re.findall(r"\\w+", str(orders)))
        print(len(orders), words["tea"])

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   4.900] 50 50\n[   4.900]= exit 0');
});

describe('a thread that computes', () => {
  it('leaves the loop its turns, each at most some switch intervals late', async () => {
    const transcript = await transcriptOf(`
      import asyncio

      def crunch():
          total = 0
          for i in range(6_000_000):
              total += i

      async def tick():
          for n in range(3):
              await asyncio.sleep(0.1)
              print("tick", n)

      async def main():
          ticking = asyncio.create_task(tick())
          await asyncio.to_thread(crunch)
          print("crunched")
          await ticking

      asyncio.run(main())
    `);
    const times = [...transcript.matchAll(/\[ +([\d.]+)\] (tick|crunched)/g)];
    expect(times.map(([, , what]) => what)).toEqual(['tick', 'tick', 'tick', 'crunched']);
    for (const [at, [, seconds]] of times.slice(0, 3).entries()) {
      const late = Number(seconds) - (at + 1) * 0.1;
      expect(late).toBeGreaterThan(0);
      expect(late).toBeLessThan((at + 1) * 0.02);
    }
  });

  it('takes turns with another that computes', async () => {
    const recording = await runPython(`
      import threading

      turns = []

      def work(name):
          for _ in range(3):
              for i in range(1_000_000):
                  pass
              turns.append(name)

      threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
      for thread in threads: thread.start()
      for thread in threads: thread.join()
      print(*("".join(sorted(turns[at:at + 2])) for at in (0, 2, 4)))
    `);
    expect(stdoutOf(recording)).toBe('AB AB AB\n');
  });

  it('sees what another thread sets meanwhile', async () => {
    const recording = await runPython(`
      import threading, time
      done = False

      def finish():
          global done
          time.sleep(0.5)
          done = True

      threading.Thread(target=finish).start()
      while not done:
          pass
      print("seen at", round(time.monotonic(), 1))
    `);
    expect(stdoutOf(recording)).toBe('seen at 0.5\n');
  });
});

it('charges nothing for importing from the library, however much that is', async () => {
  const transcript = await transcriptOf(`
    import asyncio
    import unittest.mock, email.message, http.client, concurrent.futures.process, time
    print(time.monotonic())

    async def main():
        import html.parser, xml.etree.ElementTree, multiprocessing.pool
        print(asyncio.get_running_loop().time())

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   0.000] 0.0\n[   0.000] 0.0\n[   0.000]= exit 0');
});

it('tells of a task that computes for long while it still does, and at which line', async () => {
  const { events } = await runPython(
    `
    import asyncio

    async def main():
        await asyncio.sleep(1)
        n = 0
        while True:
            n += 1

    asyncio.run(main())
  `,
    { virtualTimeNs: 4e9 },
  );
  const told = events.flatMap((event) => (event.kind === 'computing' ? [event] : []));
  expect(told.length).toBe(3);
  for (const { by, fromNs, location } of told) {
    expect({ by, fromNs }).toEqual({ by: 1, fromNs: 1e9 });
    expect([7, 8]).toContain(location?.line);
  }
  const after = told.map(({ atNs, fromNs }) => ((atNs - fromNs) / 1e9).toFixed(1));
  expect(after).toEqual(['0.5', '1.0', '2.0']);
});

it('lets a loop that polls with sleep(0) come to a timer, a thread and a process', async () => {
  const transcript = await transcriptOf(`
    import asyncio, threading, time

    async def spin(is_over):
        turns = 0
        while not is_over():
            await asyncio.sleep(0)
            turns += 1
        print(round(time.monotonic(), 1), turns < 100_000)

    async def main():
        task = asyncio.create_task(asyncio.sleep(30))
        await spin(task.done)
        thread = threading.Thread(target=time.sleep, args=[30])
        thread.start()
        await spin(lambda: not thread.is_alive())
        process = await asyncio.create_subprocess_exec("sleep", "3")
        await spin(lambda: process.returncode is not None)

    asyncio.run(main())
  `);
  expect(transcript.replaceAll(/\[ *[0-9.]+\]/g, '')).toBe(
    ' 30.0 True\n 60.0 True\n 63.0 True\n= exit 0',
  );
});

it('charges as much for lines and calls that are watched as for others', async () => {
  const lines = Array.from({ length: 50 }, (_, n) => `        x${n} = len(items)`).join('\n');
  const source = `
def main():
    for _ in range(300_000):
        pass
    items = []
    for _ in range(190):
${lines}
main()
`;
  const [watched, unwatched] = await Promise.all([
    simulator.run({ source, watch: true }).finished,
    simulator.run({ source, watch: false }).finished,
  ]);
  expect(unwatched.endedNs).toBeGreaterThan(20e6);
  expect(Math.abs(watched.endedNs - unwatched.endedNs)).toBeLessThan(1e6);
});

it('charges the same whatever the interpreter has done before the program', async () => {
  const source = dedent(`
    import threading, time

    def crunch():
        for n in range(40):
            sorted(str(i) for i in range(1_000))
            print(n, time.monotonic_ns())

    threading.Thread(target=crunch).start()
    crunch()
  `);
  // Without the image it has imported less, and all of it just now.
  const plainly = createNodeSimulator({ useImage: false });
  const runs = [simulator, plainly].map((each) => each.run({ source }).finished);
  const [fromImage, booted] = (await Promise.all(runs)).map(formatTranscript);
  expect(booted).toBe(fromImage);
});
