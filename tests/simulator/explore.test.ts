/** Programs whose faults depend on the order are found out, and those that are right are left alone. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';
import { type Exploration, explore } from '../../src/explore/explore.ts';
import { outcomeKey, ranOf } from '../../src/explore/outcomes.ts';
import { lateWords } from '../../src/insights/words/late.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const ORDERS = 120;

const find = (source: string, orders = ORDERS): Promise<Exploration> =>
  explore(simulator, { source }, { orders });

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
    const { runs, found, isApart } = await find(source, 60);
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
    const { runs, isApart } = await find(source, 3);
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
    const { runs, isApart } = await find(source, 8);
    expect(isApart).toBe(false);
    expect(new Set(runs.map(outcomeKey)).size).toBe(1);
    expect(runs[0]?.outcome).toMatchObject({ kind: 'exited', status: 0 });
  });

  it('can be stopped, and tells what it has until then', async () => {
    const stop = new AbortController();
    const { runs, found } = await explore(
      simulator,
      { source: RIGHT['an update under a lock'] ?? '' },
      { orders: 100_000, signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.length).toBeLessThan(10_000);
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
      expect(found.said).toMatch(/It needs one thing late:\n {2}The timer of `ask\("config"\)`/);
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
