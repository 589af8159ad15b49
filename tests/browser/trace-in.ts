import { readdirSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright';
import { engineKey } from '../../src/simulator/build/engine-folder.ts';
import type { FromEngine } from '../../src/simulator/protocol.ts';
import {
  type CompleteProgram,
  DEFAULT_LIMITS,
  type Limits,
} from '../../src/simulator/simulator.ts';
import { TraceBuilder } from '../../src/simulator/trace-builder.ts';
import { NOTHING_CHANGED } from '../../src/simulator/what-if.ts';
import { EventDecoder } from '../../src/trace/event-decoder.ts';
import type { Trace } from '../../src/trace/schema.ts';

export const DIST = process.env['SITE_DIST'] ?? 'dist';

/** The built site's file of the engine's worker, as in a page's address. */
export function workerFile(): string {
  const name = readdirSync(`${DIST}/_astro`).find((each) => each.startsWith('browser-worker'));
  if (!name) throw new Error(`expected the engine's worker in ${DIST}/_astro, found none`);
  return `_astro/${name}`;
}

/** Runs a program in a page of the built site at `siteUrl`, with nothing of the page but its worker. */
export async function traceIn(
  browser: Browser | BrowserContext,
  siteUrl: string,
  source: string,
  limits: Partial<Limits> = {},
): Promise<Trace> {
  const program: CompleteProgram = {
    source,
    name: 'main.py',
    seed: 0,
    args: [],
    files: {},
    stdin: new Uint8Array(),
    watch: true,
    schedule: { policy: 'fifo' },
    whatIf: NOTHING_CHANGED,
    limits: { ...DEFAULT_LIMITS, ...limits },
  };
  const page =
    'newContext' in browser
      ? await browser.newPage({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' })
      : await browser.newPage();
  await page.goto(siteUrl);
  const messages = await page.evaluate(
    ({ program, workerUrl, folderUrl }) =>
      new Promise<FromEngine[]>((resolve, reject) => {
        const engine = new Worker(workerUrl, { type: 'module' });
        const received: FromEngine[] = [];
        engine.onerror = (event) => reject(new Error(event.message));
        engine.onmessage = ({ data }: MessageEvent<FromEngine>) => {
          // A block of numbers does not come out of the page as one.
          received.push(
            data.type === 'events'
              ? {
                  type: 'events',
                  events: { ...data.events, numbers: Array.from(data.events.numbers) },
                }
              : data,
          );
          if (data.type === 'booted') engine.postMessage({ type: 'run', program });
          if (data.type === 'finished' || data.type === 'failed') resolve(received);
        };
        engine.postMessage({ type: 'boot', files: { folderUrl, useImage: true } });
      }),
    {
      program,
      workerUrl: `${siteUrl}${workerFile()}`,
      folderUrl: `${siteUrl}engine/${engineKey()}/`,
    },
  );
  await page.close();
  const decoder = new EventDecoder();
  const trace = new TraceBuilder(program);
  for (const message of messages) {
    if (message.type === 'events') trace.add(decoder.decode(message.events));
  }
  const end = messages.at(-1);
  if (end?.type !== 'finished') {
    throw new Error(`the engine in the page said ${JSON.stringify(end)}`);
  }
  return trace.finish(end.outcome, end.endedNs);
}
