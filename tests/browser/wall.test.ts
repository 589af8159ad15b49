/** The wall round a program, in a page: see `engine/seal.ts`. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineFolder } from '../../src/simulator/build/engine-folder.ts';
import { BREAK_OUTS, signsOfBreakingOut } from '../break-outs.ts';
import { findWaysOut, WALK, WALKING_LIMITS } from '../reachable.ts';
import { stdoutOf } from '../simulator/stdout-of.ts';
import { launchChromium } from './launch-chromium.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';
import { DIST, traceIn, workerFile } from './trace-in.ts';

let site: SiteServer;
let browser: Browser;
beforeAll(async () => {
  site = await serveDist({ folder: DIST, base: process.env['BASE_PATH'] ?? '/' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

it.each(BREAK_OUTS)('holds against $name', async ({ source }) => {
  expect(signsOfBreakingOut(await traceIn(browser, site.url, source))).toEqual([]);
});

it('lets a program reach nothing but the language and the engine’s own files', async () => {
  const trace = await traceIn(browser, site.url, WALK, WALKING_LIMITS);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  const lines = stdoutOf(trace).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(10_000);
  const files = ['pyodide.mjs', 'pyodide.asm.mjs'].map((name) => new URL(name, engineFolder()));
  const texts = [...files, `${DIST}/${workerFile()}`].map((file) => readFileSync(file, 'utf8'));
  expect(findWaysOut(lines, texts)).toEqual([]);
});
