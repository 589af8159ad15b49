/** Programs whose faults depend on the order are found out, and those that are right are left alone. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';
import {
  createExplorer,
  type Exploration,
  type ExploreOptions,
} from '../../src/explore/explore.ts';
import { type Finding, findOrder } from '../../src/explore/find-order.ts';
import { outcomeKey, ranOf } from '../../src/explore/outcomes.ts';
import { lateWords } from '../../src/insights/words/late.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const ORDERS = 120;

const find = (source: string, options: Partial<ExploreOptions> = {}): Promise<Finding> =>
  findOrder(simulator, { source }, { orders: ORDERS, ...options });

const main = (body: string, before = '') =>
  `import asyncio\n${before}\n\nasync def main():\n${body.replace(/^(?=.)/gm, '    ')}\n\nasyncio.run(main())\n`;

const WRONG: Readonly<Record<string, string>> = {
  'an update is lost over an await': main(
    'await asyncio.gather(add(0.1), add(0.203))\nassert total == 2, total',
    `total = 0

async def add(after):
    global total
    await asyncio.sleep(after)
    seen = total
    await asyncio.sleep(0.1)
    total = seen + 1`,
  ),
  'it looks, and acts when that has changed': main(
    'await asyncio.gather(buy(0.1), buy(0.106))\nassert tickets >= 0',
    `tickets = 1

async def buy(after):
    global tickets
    await asyncio.sleep(after)
    if tickets:
        await asyncio.sleep(0.005)
        tickets -= 1`,
  ),
  'of two answers one is taken for the first': main(
    'await asyncio.gather(ask("config"), ask("data"))\nassert answers == ["config", "data"]',
    `answers = []

async def ask(what):
    await asyncio.sleep(0.1)
    answers.append(what)`,
  ),
  'two locks are taken in two orders': main(
    'a, b = asyncio.Lock(), asyncio.Lock()\nawait asyncio.gather(move(a, b, 0.1), move(b, a, 0.112))',
    `async def move(first, second, after):
    await asyncio.sleep(after)
    async with first:
        await asyncio.sleep(0.01)
        async with second:
            pass`,
  ),
  'a condition is notified before anybody waits': main(
    'ready = asyncio.Condition()\nawait asyncio.gather(wait(ready), notify(ready))',
    `async def wait(ready):
    await asyncio.sleep(0.1)
    async with ready:
        await ready.wait()

async def notify(ready):
    await asyncio.sleep(0.102)
    async with ready:
        ready.notify()`,
  ),
  'an answer comes after its time limit': main(
    `answer = asyncio.get_running_loop().create_future()
task = asyncio.create_task(give(answer))
try:
    await asyncio.wait_for(answer, 1)
except TimeoutError:
    pass
await task`,
    `async def give(answer):
    await asyncio.sleep(0.997)
    answer.set_result("late")`,
  ),
  'an update is lost between two threads that only compute': `import threading
counter = 0

def bump(value):
    return value + 1

def work():
    global counter
    for _ in range(5):
        seen = counter
        seen = bump(seen)
        counter = seen

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 10, counter
`,
  'a thread is taken to be done': main(
    'threading.Thread(target=fill).start()\nawait asyncio.sleep(0.1)\nassert items',
    `import threading, time
items = []

def fill():
    time.sleep(0.1)
    items.append(1)`,
  ),
};

const RIGHT: Readonly<Record<string, string>> = {
  'an update under a lock': main(
    'await asyncio.gather(*(add() for _ in range(4)))\nassert total == 4\nprint(total)',
    `total = 0
lock = asyncio.Lock()

async def add():
    global total
    async with lock:
        seen = total
        await asyncio.sleep(0.01)
        total = seen + 1`,
  ),
  'workers that are told to stop': main(
    `queue = asyncio.Queue()
async with asyncio.TaskGroup() as group:
    for _ in range(2):
        group.create_task(work(queue))
    for number in range(6):
        await asyncio.sleep(0.01)
        await queue.put(number)
    queue.shutdown()
assert sorted(done) == list(range(6))`,
    `done = []

async def work(queue):
    try:
        while True:
            number = await queue.get()
            await asyncio.sleep(0.02)
            done.append(number)
    except asyncio.QueueShutDown:
        pass`,
  ),
  'an update of two threads under a lock': `import threading
counter = 0
lock = threading.Lock()

def bump(value):
    return value + 1

def work():
    global counter
    for _ in range(5):
        with lock:
            counter = bump(counter)

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 10, counter
`,
  'a thread that the loop waits for': main(
    'assert await asyncio.to_thread(fill) == 1',
    `import time

def fill():
    time.sleep(0.1)
    return 1`,
  ),
};

describe('of a program that is wrong in some orders', () => {
  it.each(Object.entries(WRONG))('%s: the order is found, shrunk and told', async (_, source) => {
    const { usual, found, isApart } = await find(source);
    expect(isApart).toBe(false);
    expect(usual.outcome).toEqual({ kind: 'exited', status: 0, error: null });
    expect(found?.late.length).toBeGreaterThan(0);
    expect(found?.late.length).toBeLessThanOrEqual(3);
    const trace = found?.trace ?? usual;
    expect(trace.outcome).not.toEqual(usual.outcome);
    expect(lateWords(trace)).toHaveLength(found?.late.length ?? 0);
    const schedule = { policy: 'scripted', late: found?.late ?? [] } as const;
    const again = await simulator.run({ source, schedule }).finished;
    expect(outcomeKey(ranOf(again))).toBe(outcomeKey(ranOf(trace)));
  });
});

describe('of a program that is right in all orders', () => {
  it.each(Object.entries(RIGHT))('%s: nothing is found', async (_, source) => {
    const { runs, found, isApart } = await find(source, { orders: 60 });
    expect([runs.length, found, isApart]).toEqual([60, null, false]);
  });
});

describe('exploring', () => {
  it('comes to the same each time', async () => {
    const source = WRONG['an update is lost over an await'] ?? '';
    const [first, second] = [await find(source), await find(source)];
    expect(second.runs).toEqual(first.runs);
    expect(second.found?.late).toEqual(first.found?.late);
  });

  it('gives each run an engine of its own where a program leaves traces in the library', async () => {
    const source = 'import json\njson.runs = getattr(json, "runs", 0) + 1\nprint(json.runs)\n';
    const { runs, isApart } = await find(source, { orders: 3 });
    expect(isApart).toBe(true);
    expect(runs.map(({ output }) => output)).toEqual(['1\n', '1\n', '1\n']);
  });

  it('finds each run with files, variables, loggers and threads as at the start', async () => {
    const source = `import logging, os, random, threading, asyncio
assert not os.path.exists("left.txt")
open("left.txt", "w").close()
assert "LEFT" not in os.environ
os.environ["LEFT"] = "1"
assert not logging.getLogger().handlers
logging.basicConfig(level=logging.INFO)
logging.info("%s", threading.active_count())
threading.Thread(target=threading.Event().wait, daemon=True).start()
print(random.random(), os.getpid(), threading.get_ident())
asyncio.run(asyncio.to_thread(print, "in a thread"))
`;
    const { runs, isApart } = await find(source, { orders: 8 });
    expect(isApart).toBe(false);
    expect(new Set(runs.map(outcomeKey)).size).toBe(1);
    expect(runs[0]?.outcome).toMatchObject({ kind: 'exited', status: 0 });
  });

  it('is stopped and gone on with, and comes to the same as in one go', async () => {
    const source = WRONG['two locks are taken in two orders'] ?? '';
    const inOneGo = await find(source);
    const explorer = createExplorer(simulator, { source });
    let before: Exploration | undefined;
    for (const upTo of [10, 70, 95]) {
      const stop = new AbortController();
      before = await explorer.explore({
        orders: ORDERS,
        before,
        signal: stop.signal,
        onProgress: ({ runs }) => runs.length >= upTo && stop.abort(),
      });
      expect(before.runs.length).toBeGreaterThanOrEqual(upTo);
      expect(before.runs.length).toBeLessThan(ORDERS);
    }
    const after = await explorer.explore({ orders: ORDERS, before });
    const { found, ...known } = inOneGo;
    expect(after).toEqual(known);
    const run = after.runs[after.worst ?? 0];
    if (!run) throw new Error('expected a run that is broken');
    expect(await explorer.shrinkTo(run, after)).toMatchObject({ late: found?.late });
    explorer.close();
  });

  it('tries all that was asked for once something is broken, or stops at the first', async () => {
    const source = WRONG['of two answers one is taken for the first'] ?? '';
    const all = await find(source);
    expect(all.runs).toHaveLength(ORDERS);
    const first = await find(source, { stopsAtFirst: true });
    expect(first.runs.length).toBeLessThan(ORDERS);
    expect(first.runs).toEqual(all.runs.slice(0, first.runs.length));
    expect(first.found).not.toBeNull();
  });

  it('goes on with more orders than were asked for at first', async () => {
    const source = RIGHT['an update under a lock'] ?? '';
    const before = await find(source, { orders: 90 });
    const more = await find(source, { orders: 130, before });
    expect(more.runs).toEqual((await find(source, { orders: 130 })).runs);
  });

  it('shrinks any run to what it needs, and ends when it is told to', async () => {
    const source = WRONG['an update is lost over an await'] ?? '';
    const explorer = createExplorer(simulator, { source });
    const exploration = await explorer.explore({ orders: 40 });
    const quiet = exploration.runs.find(
      ({ outcome }) => outcome.kind === 'exited' && !outcome.error,
    );
    if (!quiet) throw new Error('expected a run that is not broken');
    const { late } = (await explorer.shrinkTo(quiet, exploration)) ?? {};
    expect(late).toEqual([]);
    expect(await explorer.shrinkTo(quiet, exploration, AbortSignal.abort())).toBeNull();
    explorer.close();
  });

  it('ends within a moment, also where a run computes without an end', async () => {
    const source = `import time
time.sleep(0.1)
while time.monotonic() != 0.1: pass
`;
    const stop = new AbortController();
    let stoppedAt = 0;
    setTimeout(() => {
      stoppedAt = performance.now();
      stop.abort();
    }, 1_500);
    const { runs, found } = await find(source, { orders: 100_000, signal: stop.signal });
    expect(performance.now() - stoppedAt).toBeLessThan(1_000);
    expect(runs.length).toBeLessThan(100);
    expect(found).toBeNull();
  });
});

describe('simulate --explore', () => {
  const call = async (...argv: string[]) => {
    let said = '';
    const stream = {
      write(text: string) {
        said += text;
      },
    };
    const status = await simulate(
      argv,
      { stdin: new PassThrough(), stdout: stream, stderr: stream },
      createNodeSimulator({ keepSpare: true }),
    );
    return { status, said };
  };

  it('exits with 1, and writes a schedule that --schedule runs again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'explore-'));
    const file = join(folder, 'race.py');
    try {
      await writeFile(file, WRONG['of two answers one is taken for the first'] ?? '');
      const found = await call('--explore', '50', file);
      expect(found.status).toBe(1);
      expect(found.said).toMatch(/as usual: exit status 0/);
      expect(found.said).toMatch(/broken: AssertionError/);
      expect(found.said).toMatch(/One thing is enough:\n {2}The timer of `ask\("config"\)`/);
      const schedule = join(folder, 'race.schedule.json');
      expect(JSON.parse(await readFile(schedule, 'utf8'))).toEqual({
        late: [{ number: 0, byNs: 1_000 }],
      });
      const again = await call('--schedule', schedule, file);
      expect(again.status).toBe(1);
      expect(again.said).toContain('AssertionError');
      expect((await call(file)).status).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    [
      ['--explore', 'many', 'x.py'],
      'expected a number of orders from 1 after --explore, found many',
    ],
    [['--explore', '5', '--fail-on', 'rain', 'x.py'], 'after --fail-on, found rain'],
    [['--fail-on', 'status', 'x.py'], 'expected --explore N with --fail-on'],
    [['--schedule', 'seed:x', 'x.py'], 'expected seed:NUMBER or a file after --schedule'],
    [['--schedule', 'package.json', 'x.py'], 'package.json is no schedule'],
  ])('%s is refused in words', async (argv, words) => {
    const { status, said } = await call(...argv);
    expect(status).toBe(64);
    expect(said).toContain(words);
  });
});

it('counts what the usual order leaves open, before any other is tried', async () => {
  const source = main('await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))');
  const explorer = createExplorer(simulator, { source });
  const { open, runs } = await explorer.explore({ orders: 0 });
  explorer.close();
  expect([open, runs.length]).toEqual([{ choices: 2, looks: 0 }, 0]);
});
