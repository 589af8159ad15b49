/** How long one of many orders of a program takes in a page, in one engine. */
import type { Page } from 'playwright';
import type { FromEngine } from '../../src/simulator/protocol.ts';
import { type CompleteProgram, DEFAULT_LIMITS } from '../../src/simulator/simulator.ts';
import { NOTHING_CHANGED } from '../../src/simulator/what-if.ts';

export interface OrdersInPage {
  readonly site: string;
  /** The engine's worker, and the folder of its files, as addresses in the site. */
  readonly worker: string;
  readonly folder: string;
  readonly source: string;
  readonly orders: number;
}

/** The engine was ready before the first one. @returns milliseconds for each. */
export async function orderMsInPage(
  page: Page,
  { site, worker, folder, source, orders }: OrdersInPage,
): Promise<number> {
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
    limits: DEFAULT_LIMITS,
  };
  await page.goto(site);
  return page.evaluate(
    ({ program, worker, folder, orders }) =>
      new Promise<number>((resolve, reject) => {
        const schedules = Array.from({ length: orders }, (_, seed) => ({ policy: 'seeded', seed }));
        const engine = new Worker(worker, { type: 'module' });
        let from = 0;
        let left = orders;
        engine.onerror = (event) => reject(new Error(event.message));
        engine.onmessage = ({ data }: MessageEvent<FromEngine>) => {
          if (data.type === 'booted') {
            from = performance.now();
            engine.postMessage({ type: 'explore', program });
            engine.postMessage({ type: 'run-again', schedules });
          } else if (data.type === 'explored') {
            left -= data.runs.length;
            if (left > 0) return;
            resolve((performance.now() - from) / orders);
            engine.terminate();
          } else if (data.type !== 'sign') reject(new Error(JSON.stringify(data)));
        };
        const folderUrl = new URL(folder, location.href).href;
        engine.postMessage({ type: 'boot', files: { folderUrl, useImage: true } });
      }),
    { program, worker, folder, orders },
  );
}
