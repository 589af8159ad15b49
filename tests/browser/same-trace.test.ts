/** The same program leaves the same trace in every browser as in Node, to the last event. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../src/cli/snippets.ts';
import { engineKey } from '../../src/simulator/build/engine-folder.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { FromEngine } from '../../src/simulator/protocol.ts';
import { DEFAULT_LIMITS } from '../../src/simulator/simulator.ts';
import { TraceBuilder } from '../../src/simulator/trace-builder.ts';
import { EventDecoder } from '../../src/trace/codec.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';

const DIST = process.env['SITE_DIST'] ?? 'dist';

const THREADS_AND_SOCKETS = `
import asyncio, concurrent.futures, random, sys, time, uuid

def work(number):
    time.sleep(random.random())
    return number * number

async def handle(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()

async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in range(5))))
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\\n")
        print(await reader.readline(), {"a", "b", "c"}, uuid.uuid4(), time.time())
        writer.close()
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(6 * 7)")
    await child.wait()
    print([n for n in range(100_000) if n % 9999 == 0])

asyncio.run(main())
`;

/** Addresses decide the order of sets; the reader's clock and language decide nothing. */
const ADDRESSES_AND_LOCAL_TIME = `
import asyncio, datetime, locale, logging, os, time

class Client:
    pass

async def main():
    tasks = {asyncio.create_task(asyncio.sleep(n % 3), name=f"task {n}") for n in range(20)}
    done, _ = await asyncio.wait(tasks)
    print([task.get_name() for task in done], [id(client) for client in {Client(), Client()}])
    print(id(object()), id([]), id(logging))
    print(datetime.datetime.now(), time.tzname, time.strftime("%c %Z", time.localtime()))
    print(time.mktime((2026, 7, 1, 12, 0, 0, 0, 0, -1)), locale.getlocale(), dict(os.environ))

asyncio.run(main())
`;

let site: SiteServer;
beforeAll(async () => {
  site = await serveDist({ folder: DIST, base: process.env['BASE_PATH'] ?? '/' });
});
afterAll(() => site.close());

async function traceIn(browser: Browser, source: string) {
  const program = {
    source,
    name: 'main.py',
    seed: 0,
    args: [],
    watch: true,
    limits: DEFAULT_LIMITS,
  };
  const worker = readdirSync(`${DIST}/_astro`).find((name) => name.startsWith('browser-worker'));
  const page = await browser.newPage({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
  await page.goto(site.url);
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
      workerUrl: `${site.url}_astro/${worker}`,
      folderUrl: `${site.url}engine/${engineKey()}/`,
    },
  );
  await page.close();
  const decoder = new EventDecoder();
  const trace = new TraceBuilder(program);
  for (const message of messages) {
    if (message.type === 'events') trace.add(decoder.decode(message.events));
  }
  const end = messages.at(-1);
  if (end?.type !== 'finished')
    throw new Error(`the engine in the page said ${JSON.stringify(end)}`);
  return trace.finish(end.outcome, end.endedNs);
}

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('in %s', (_, launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each([
    ['three uploads together', () => readSource('coroutines/three-together')],
    ['a traceback', () => readSource('coroutines/await-outside')],
    ['a generator left open', () => readSource('coroutines/generator-left-open')],
    ['a thread that computes beside the loop', () => readSource('blocking/late-beats')],
    ['a deadlock', () => readSource('synchronization/opposite-order')],
    ['errors of files', () => readFile('tests/conformance/files/errors.py', 'utf8')],
    ['addresses and local time', () => ADDRESSES_AND_LOCAL_TIME],
    ['threads, sockets, a process and random numbers', () => THREADS_AND_SOCKETS],
  ])('%s', async (_, sourceOf) => {
    const source = await sourceOf();
    const simulator = createNodeSimulator();
    const inNode = await simulator.run({ source }).finished;
    expect(await traceIn(browser, source)).toEqual(inNode);
  });
});
