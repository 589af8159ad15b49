/** The wall round a program, in a page: see `engine/seal.ts`. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineFolder } from '../../src/simulator/build/engine-folder.ts';
import { BREAK_OUTS, signsOfBreakingOut } from '../break-outs.ts';
import { GRASP } from '../grasp.ts';
import { openDoor } from '../open-door.ts';
import { findWaysOut, WALK, WALKING_LIMITS } from '../reachable.ts';
import { stdoutOf } from '../simulator/stdout-of.ts';
import { launchChromium } from './launch-chromium.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';
import { DIST, traceIn, workerFile } from './trace-in.ts';

let site: SiteServer;
let browser: Browser;
let opened: BrowserContext;
beforeAll(async () => {
  site = await serveDist({ folder: DIST, base: process.env['BASE_PATH'] ?? '/' });
  browser = await launchChromium();
  opened = await browser.newContext({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
  await opened.route(`**/${workerFile()}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: openDoor(await response.text()) });
  });
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

it('lets Python into no object of JavaScript’s but the bridge', async () => {
  const trace = await traceIn(browser, site.url, GRASP, WALKING_LIMITS);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  expect(stdoutOf(trace)).toMatch(/^\d{3}\n$/);
});

it.each(BREAK_OUTS)('holds behind an open door against $name', async ({ source }) => {
  expect(signsOfBreakingOut(await traceIn(opened, site.url, source))).toEqual([]);
});

it('leaves nothing behind an open door but the language and the engine’s own files', async () => {
  const trace = await traceIn(opened, site.url, WALK, WALKING_LIMITS);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  const lines = stdoutOf(trace).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(10_000);
  const files = ['pyodide.mjs', 'pyodide.asm.mjs'].map((name) => new URL(name, engineFolder()));
  const texts = [...files, `${DIST}/${workerFile()}`].map((file) => readFileSync(file, 'utf8'));
  expect(findWaysOut(lines, texts)).toEqual([]);
});
