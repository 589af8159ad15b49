/** The same program leaves the same trace in every browser as in Node, to the last event. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../src/cli/snippets.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';
import { DIST, traceIn } from './trace-in.ts';

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

const ADDRESSES_AFTER_THREADS = `
import asyncio, threading, time

class Job:
    pass

def work():
    time.sleep(1)
    print("in a thread", id(bytearray(1)), id(object()))

async def main():
    thread = threading.Thread(target=work)
    thread.start()
    print("started", id(bytearray(1)), id(object()))
    await asyncio.gather(*(asyncio.to_thread(work) for _ in range(3)))
    thread.join()
    print([id(job) for job in {Job() for _ in range(20)}])

asyncio.run(main())
`;

/** More of the stack than the browser has at once, by calls, data and what is freed; threads park in it. */
const DEEP = `
import json, pickle, threading, time

class Deep:
    def __init__(self, depth): self.depth = depth
    def __str__(self):
        if self.depth == 0:
            time.sleep(1)
            return threading.current_thread().name
        return f"{Deep(self.depth - 1)}"

class Endless:
    calls = 0
    def __repr__(self):
        Endless.calls += 1
        return repr(self)

class Node:
    def __init__(self, next): self.next = next

def nested(make, depth, value):
    for _ in range(depth):
        value = make(value)
    return value

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

def work(depth):
    print(str(Deep(depth)))
    attempt(lambda: repr(Endless()))

threads = [threading.Thread(target=work, args=(200 * n,), name=str(n)) for n in range(5)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(Endless.calls, str(Deep(900)))
for make in (Node, property, lambda inner: [inner], lambda inner: map(abs, inner)):
    print(type(nested(make, 100_000, iter([1]))))
print(list(nested(lambda inner: map(abs, inner), 5_000, iter([1]))))
for depth in 5_000, 100_000:
    attempt(lambda: len(json.dumps(json.loads("[" * depth + "]" * depth))))
    attempt(lambda: len(pickle.dumps(nested(lambda inner: [inner], depth, []))))
    attempt(lambda: eval("+".join("1" * depth)))
    attempt(lambda: nested(lambda inner: (inner,), depth, ()) == nested(lambda inner: (inner,), depth, ()))
`;

let site: SiteServer;
beforeAll(async () => {
  site = await serveDist({ folder: DIST, base: process.env['BASE_PATH'] ?? '/' });
});
afterAll(() => site.close());

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
    ['addresses after threads', () => ADDRESSES_AFTER_THREADS],
    ['a stack as deep as natively', () => DEEP],
    ['threads, sockets, a process and random numbers', () => THREADS_AND_SOCKETS],
  ])('%s', async (_, sourceOf) => {
    const source = await sourceOf();
    const simulator = createNodeSimulator();
    const inNode = await simulator.run({ source }).finished;
    expect(await traceIn(browser, site.url, source)).toEqual(inNode);
  });
});
