/**
 * `bench`: how quick it is, as ratios measured side by side in one run. Each pair is measured in
 * turns, so that a busy machine slows both alike; the middle value counts.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { snippetNames } from '../../src/cli/snippets.ts';
import { encodeRecording } from '../../src/recording/encoding.ts';
import type { Recording } from '../../src/recording/recording.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Program } from '../../src/simulator/simulator.ts';
import { benchBrowser } from './bench-browser.ts';
import { benchSite } from './bench-site.ts';
import { formatRows, median, type Row, rateOf, rowOf, sizeOf, takeTurns } from './bench-table.ts';
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
    rowOf('boot in Node, from the image', median(image), { than: 'plain', amount: median(plain) }),
    rowOf('a small program in a ready engine', median(small)),
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

async function recordingOf(source: string): Promise<Recording> {
  const simulator = createNodeSimulator();
  try {
    return await simulator.run({ source }).finished;
  } finally {
    simulator.dispose();
  }
}

/** How a recording grows with the run: events as they are sent to the page, and compressed. */
async function sizeRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [steps, tasks] of [
    [10, 1],
    [1_000, 100],
    [100_000, 10_000],
  ] as const) {
    const recording = await recordingOf(MANY_TASKS.replace('10_000', String(tasks)));
    const text = JSON.stringify(encodeRecording(recording));
    rows.push(
      sizeOf(
        `a recording of ${steps.toLocaleString('en-GB')} steps, with gzip`,
        gzipSync(text).length / 1_024,
        {
          than: 'as it is',
          amount: text.length / 1_024,
        },
      ),
    );
  }
  return rows;
}

/** The whole site, built once more with all its programs recorded already. */
async function buildRows(): Promise<Row[]> {
  const snippets = (await snippetNames()).length;
  const ms = await timeMs(() =>
    execFileSync('astro', ['build', '--outDir', '.cache/bench-dist'], { stdio: 'ignore' }),
  );
  await rm('.cache/bench-dist', { recursive: true, force: true });
  return [rowOf(`building the site with ${snippets} programs`, ms)];
}

/** Many rows, and rows that are long: a picture may be slow for either. */
async function viewRows(): Promise<Row[]> {
  return benchView({
    'ten tasks': await recordingOf(MANY_TASKS.replace('10_000', '10')),
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

const rows = [
  ...(await nodeRows()),
  ...(await benchBrowser(ROUNDS)),
  ...(await benchSite(3)),
  ...(await sizeRows()),
  ...(await viewRows()),
  ...(await buildRows()),
];
console.log(formatRows(rows));
