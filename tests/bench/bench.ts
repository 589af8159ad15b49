/**
 * `bench`: how quick it is, as ratios measured side by side in one run. Each pair is measured in
 * turns, so that a busy machine slows both alike; the middle value counts.
 */
import { execFileSync } from 'node:child_process';
import type { Recording } from '../../src/recording/recording.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Program } from '../../src/simulator/simulator.ts';
import { benchBrowser } from './bench-browser.ts';
import { formatRows, median, type Row, rowOf, takeTurns } from './bench-table.ts';
import { benchView } from './bench-view.ts';

const ROUNDS = 5;

const SMALL = `import asyncio

async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    await asyncio.gather(fetch("a", 1), fetch("b", 2), fetch("c", 3))

asyncio.run(main())
`;

const MANY_TASKS = `import asyncio

async def worker():
    for _ in range(10):
        await asyncio.sleep(0.001)

async def main():
    await asyncio.gather(*(worker() for _ in range(10_000)))

asyncio.run(main())
`;

const TWO_LONG_TASKS = `import asyncio

async def worker():
    for _ in range(50_000):
        await asyncio.sleep(0.001)

async def main():
    await asyncio.gather(worker(), worker())

asyncio.run(main())
`;

async function timeMs(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function bootMs(useImage: boolean): Promise<number> {
  const simulator = createNodeSimulator({ useImage });
  const elapsed = await timeMs(() => simulator.prepare());
  simulator.dispose();
  return elapsed;
}

/** From `run` to the finished recording, in an engine that was ready. */
async function readyRunMs(program: Program): Promise<number> {
  const simulator = createNodeSimulator();
  await simulator.prepare();
  const elapsed = await timeMs(() => simulator.run(program).finished);
  simulator.dispose();
  return elapsed;
}

async function nodeRows(): Promise<Row[]> {
  const [plain, image] = await takeTurns(ROUNDS, [() => bootMs(false), () => bootMs(true)]);
  const [small] = await takeTurns(ROUNDS, [() => readyRunMs({ source: SMALL })]);
  const many = { source: MANY_TASKS };
  const [unwatched, watched, native] = await takeTurns(3, [
    () => readyRunMs({ ...many, watch: false }),
    () => readyRunMs(many),
    () => nativeMs(MANY_TASKS),
  ]);
  const rows = [
    rowOf('boot in Node, from the image', median(image), { than: 'plain', ms: median(plain) }),
    rowOf('a small program in a ready engine', median(small)),
    rowOf('100,000 steps, recorded', median(watched), {
      than: 'unrecorded',
      ms: median(unwatched),
    }),
  ];
  const nativeMedian = median(native);
  if (!Number.isNaN(nativeMedian)) {
    rows.push(
      rowOf('100,000 steps, unrecorded', median(unwatched), { than: 'python3', ms: nativeMedian }),
    );
  }
  return rows;
}

async function recordingOf(source: string): Promise<Recording> {
  const simulator = createNodeSimulator();
  try {
    return await simulator.run({ source }).finished;
  } finally {
    simulator.dispose();
  }
}

/** Many rows, and rows that are long: a picture may be slow for either. */
async function viewRows(): Promise<Row[]> {
  return benchView({
    '10,000 tasks': await recordingOf(MANY_TASKS),
    'two tasks of 50,000 steps': await recordingOf(TWO_LONG_TASKS),
  });
}

/** The same program by the machine's own Python, without its start; NaN where there is none. */
function nativeMs(source: string): number {
  const timed = `import time\nbegun = time.perf_counter()\n${source}\nprint(time.perf_counter() - begun)`;
  try {
    const output = execFileSync('python3', ['-c', timed], { stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(output.toString()) * 1000;
  } catch {
    return Number.NaN;
  }
}

const rows = [...(await nodeRows()), ...(await benchBrowser(ROUNDS)), ...(await viewRows())];
console.log(formatRows(rows));
