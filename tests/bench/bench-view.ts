/** The view of a very long run in Chromium: opening it, the loop's state at any step, panning. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { encodeTrace } from '../../src/trace/codec.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { median, type Row, rowOf } from './bench-table.ts';
import type {} from './view-page/view-page.tsx';

const ROUNDS = 3;
const STATES = 200;
const FRAMES = 120;

/** What is promised: a recording of 10,000 tasks and 100,000 steps holds to these. */
const OPEN_MS = 1_000;
const STATE_MS = 5;
const FRAME_MS = 1_000 / 50;
const PLAYHEAD_MS = 8;

export async function benchView(recordings: Readonly<Record<string, Trace>>): Promise<Row[]> {
  await mkdir('.cache', { recursive: true });
  const folder = resolve(await mkdtemp(join('.cache', 'view-')));
  await build({
    root: 'tests/bench/view-page',
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
  const site = await serveDist({ folder });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const rows: Row[] = [];
    for (const [at, [name, trace]] of Object.entries(recordings).entries()) {
      const file = `trace-${at}.json`;
      await writeFile(join(folder, file), JSON.stringify(encodeTrace(trace)));
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(site.url);
        rounds.push(await measured(page, file));
        await page.close();
      }
      const middle = (of: keyof Measured) => median(rounds.map((round) => round[of]));
      rows.push(
        rowOf(`${name}: open`, middle('openMs'), limit(OPEN_MS)),
        rowOf(`${name}: state at a step, 19 of 20 times`, middle('stateMs'), limit(STATE_MS)),
        rowOf(
          `${name}: a move of the playhead, 19 of 20 times`,
          middle('playheadMs'),
          limit(PLAYHEAD_MS),
        ),
        rowOf(`${name}: a frame while panning`, middle('frameMs'), limit(FRAME_MS)),
      );
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
}

function limit(ms: number): Row['beside'] {
  return { than: 'the promise', amount: ms };
}

interface Measured {
  readonly openMs: number;
  /** Nineteen of twenty took no longer: the slowest are those in which the machine was elsewhere. */
  readonly stateMs: number;
  /** As of states. */
  readonly playheadMs: number;
  /** The mean: a thousand, divided by it, is frames a second. */
  readonly frameMs: number;
}

async function measured(page: Page, file: string): Promise<Measured> {
  await page.evaluate((url) => window.viewBench.load(url), file);
  const openMs = await page.evaluate(() => window.viewBench.openMs());
  const states = await page.evaluate((count) => window.viewBench.statesMs(count), STATES);
  const moves = await page.evaluate((count) => window.viewBench.playheadMs(count), FRAMES);
  const frames = await page.evaluate((count) => window.viewBench.panMs(count), FRAMES);
  return {
    openMs,
    stateMs: nineteenOfTwenty(states),
    playheadMs: nineteenOfTwenty(moves),
    frameMs: frames.reduce((sum, ms) => sum + ms, 0) / frames.length,
  };
}

function nineteenOfTwenty(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
