/**
 * `bench`: how quick it is, as ratios measured side by side in one run. Each pair is measured in
 * turns, so that a busy machine slows both alike; the middle value counts.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readSource, snippetNames } from '../../src/cli/snippets.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Program } from '../../src/simulator/simulator.ts';
import { encodeTrace } from '../../src/trace/codec.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { bootRows } from './bench-boot.ts';
import { benchBrowser } from './bench-browser.ts';
import { benchSite } from './bench-site.ts';
import { formatRows, median, type Row, rateOf, rowOf, sizeOf, takeTurns } from './bench-table.ts';
import { benchView } from './bench-view.ts';
import { benchWhatIf } from './bench-what-if.ts';
import { bootMs } from './boot-in-node.ts';

const ROUNDS = 5;

const SMALL = `import asyncio

async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    await asyncio.gather(fetch("a", 1), fetch("b", 2), fetch("c", 3))

asyncio.run(main())
`;

/** Of {@link MANY_TASKS}: ten of each task, and its first. */
const STEPS = 110_000;

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

/** In a process that has not compiled CPython yet. */
function coldBootMs(useImage: boolean): number {
  const script = fileURLToPath(import.meta.resolve('./boot-in-node.ts'));
  return Number(execFileSync(process.execPath, [script, useImage ? 'image' : 'plain']));
}

/** From `run` to the finished recording, in an engine that was ready. */
async function readyRunMs(program: Program): Promise<number> {
  const simulator = createNodeSimulator();
  await simulator.prepare();
  const elapsed = await timeMs(() => simulator.run(program).finished);
  simulator.dispose();
  return elapsed;
}

/** So many that what the first ones compile counts for little. */
const ORDERS = 2_000;

/** For each of many orders, tried in one engine that was ready. */
async function orderMs(program: Program): Promise<number> {
  const simulator = createNodeSimulator();
  await simulator.prepare();
  const schedules = Array.from({ length: ORDERS }, (_, seed) => ({
    policy: 'seeded' as const,
    seed,
  }));
  const elapsed = await timeMs(() => simulator.explore(program).run(schedules, () => {}));
  simulator.dispose();
  return elapsed / ORDERS;
}

async function nodeRows(): Promise<Row[]> {
  const [small, order] = await takeTurns(ROUNDS, [
    () => readyRunMs({ source: SMALL }),
    () => orderMs({ source: SMALL }),
  ]);
  const many = { source: MANY_TASKS };
  const [unwatched, watched, native] = await takeTurns(3, [
    () => readyRunMs({ ...many, watch: false }),
    () => readyRunMs(many),
    () => nativeMs(MANY_TASKS),
  ]);
  const rows = [
    ...(await bootRows('Node', ROUNDS, { cold: coldBootMs, warm: bootMs })),
    rowOf('a small program in a ready engine', median(small)),
    rateOf('orders of a small program, explored', 1_000 / median(order), {
      than: 'recorded, each in an engine of its own',
      amount: 1_000 / median(small),
    }),
    rowOf('100,000 steps, recorded', median(watched), {
      than: 'unrecorded',
      amount: median(unwatched),
    }),
  ];
  const nativeMedian = median(native);
  rows.push(
    rateOf('steps of the loop, recorded', (STEPS / median(watched)) * 1_000),
    rateOf(
      'steps of the loop, unrecorded',
      (STEPS / median(unwatched)) * 1_000,
      Number.isNaN(nativeMedian)
        ? null
        : { than: 'python3', amount: (STEPS / nativeMedian) * 1_000 },
    ),
  );
  return rows;
}

async function traceOf(source: string): Promise<Trace> {
  const simulator = createNodeSimulator();
  try {
    return await simulator.run({ source }).finished;
  } finally {
    simulator.dispose();
  }
}

/** How a recording grows with the run: events as they are sent to the page, and compressed. */
function sizeRows(recordings: Readonly<Record<string, Trace>>): Row[] {
  return Object.entries(recordings).map(([steps, trace]) => {
    const text = JSON.stringify(encodeTrace(trace));
    return sizeOf(`a trace of ${steps}, with gzip`, gzipSync(text).length / 1_024, {
      than: 'as it is',
      amount: text.length / 1_024,
    });
  });
}

/** The first programs recorded anew, and the whole site built with all of them recorded already. */
async function buildRows(): Promise<Row[]> {
  const names = await snippetNames();
  const recordAnew = async (count: number) => {
    const simulator = createNodeSimulator({ keepSpare: true });
    const sources = await Promise.all(names.slice(0, count).map(readSource));
    const elapsed = await timeMs(async () => {
      for (const source of sources) await simulator.run({ source }).finished;
    });
    simulator.dispose();
    return rowOf(`recording ${count} programs`, elapsed);
  };
  const ms = await timeMs(() =>
    execFileSync('astro', ['build', '--outDir', '.cache/bench-dist'], { stdio: 'ignore' }),
  );
  await rm('.cache/bench-dist', { recursive: true, force: true });
  return [
    await recordAnew(10),
    await recordAnew(100),
    rowOf(`building the site with ${names.length} recorded programs`, ms),
  ];
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

/** Many tasks make many rows, two make long ones: a picture may be slow for either. */
const recordings = {
  '10 steps': await traceOf(MANY_TASKS.replace('10_000', '1')),
  '1,000 steps': await traceOf(MANY_TASKS.replace('10_000', '100')),
  '100,000 steps of 10,000 tasks': await traceOf(MANY_TASKS),
  '100,000 steps of two tasks': await traceOf(TWO_LONG_TASKS),
};

const rows = [
  ...(await nodeRows()),
  ...(await benchBrowser(ROUNDS, { source: SMALL, orders: ORDERS })),
  ...(await benchSite(3)),
  ...(await benchWhatIf(3)),
  ...sizeRows(recordings),
  ...(await benchView(recordings)),
  ...(await buildRows()),
];
console.log(formatRows(rows));
