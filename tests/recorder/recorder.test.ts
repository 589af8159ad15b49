/** What `public/loopscope_record.py` makes of programs. It runs inside the simulator, under its CPython. */
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import type { Trace, TraceEvent } from '../../src/trace/schema.ts';
import { printedBy } from '../simulator/run-python.ts';
import { dispose, recordInSimulator } from './record-in-simulator.ts';

afterAll(dispose);

/** The events of a trace in short, without times. */
function inShort({ events }: Trace, ...kinds: TraceEvent['kind'][]): string[] {
  return events.flatMap((event) => {
    if (!kinds.includes(event.kind)) return [];
    switch (event.kind) {
      case 'step-ended': {
        const { location, call, task, tasks, primitive } = event.waitsOn ?? {};
        const what = [call, task, tasks, primitive].filter((each) => each != null).join(' ');
        return [`${event.task} ${event.waitsOn ? `waits on ${location?.line}: ${what}` : 'ends'}`];
      }
      case 'task-created':
        return [`${event.task} is ${event.coroutine}(${event.args}) of ${event.parent}`];
      case 'task-finished':
        return [`${event.task} ${event.how} ${event.detail}`.trim()];
      case 'primitive-changed':
        return [`${event.primitive} ${JSON.stringify(event.state)} by ${event.by}`];
      default:
        return [event.kind];
    }
  });
}

it('tells of each step what the task waits for then, and how it ended', async () => {
  const { trace, errors } = await recordInSimulator(`
    import asyncio

    lock = asyncio.Lock()

    async def save(name):
        async with lock:
            await asyncio.sleep(1)

    async def main():
        first = asyncio.create_task(save("a"))
        await asyncio.sleep(0)
        await asyncio.gather(first, save("b"))
        raise ValueError("no more")

    asyncio.run(main())
  `);
  expect(errors).toBe(null);
  expect(trace.clock).toBe('real');
  expect(trace.outcome).toMatchObject({ status: 1, error: { type: 'ValueError' } });
  expect(
    inShort(trace, 'task-created', 'step-ended', 'task-finished', 'primitive-changed').slice(0, 16),
  ).toEqual([
    '1 is main() of 0',
    '2 is save() of 1',
    '1 waits on 11: sleep',
    '1 {"kind":"lock","holder":2} by 2',
    '2 waits on 7: sleep',
    '3 is save() of 1',
    '1 waits on 12: gather 2,3',
    '3 waits on 6: Lock.acquire 1',
    '1 {"kind":"lock","holder":null} by 2',
    '2 ends',
    '2 returned',
    '1 {"kind":"lock","holder":3} by 3',
    '3 waits on 7: sleep',
    '1 {"kind":"lock","holder":null} by 3',
    '3 ends',
    '3 returned',
  ]);
});

const TOLD: readonly (readonly [program: string, ...told: RegExp[]])[] = [
  [
    'task-group-member-fails',
    /`fetch\("a", 3\)` and `fetch\("c", 2\)` were cancelled at [\d.]+, .* `fetch\("b", 1\)` in the same task group had failed/,
  ],
  ['limit-in-helper', /time limit of `with_limit #3` \(`timeout` on line 5\) was up/],
  [
    'gathered-task-cancelled',
    /`fetch\(3\)` was cancelled at .* by `main` on line 12, while it waited in `sleep`/,
  ],
  ['gather-goes-on-after-failure', /`gather` on line 13 passed on the exception of `fetch\(1\)`/],
  ['task-fails-unheard', /failed with .*nobody ever asked for/],
  ['never-awaited-save', /`Log.write`, defined on line 5, was called twice but never awaited/],
  ['shield-cancelled', /`main` cancelled the `shield` round `save` on line 13/],
  ['cancelled-by-call-later', /`big download` was cancelled at .* by a callback that/],
  ['pool-large-enough', /waited at the same time: 1\.\d+ s instead of 3\.\d+ s/],
  ['periodic-cancelled-at-exit', /`asyncio.run` cancels what is still there/],
  ['callback-fails', /`show` failed with `ZeroDivisionError: division by zero`/],
];

describe('what is told of a recorded run', () => {
  it.each(TOLD)('%s', async (program, ...told) => {
    const source = await readFile(`tests/insights/${program}.py`, 'utf8');
    const { trace, errors } = await recordInSimulator(source, 'shows_values=True');
    expect(errors).toBe(null);
    const said = explain(trace).join('\n');
    for (const each of told) expect(said).toMatch(each);
    expect(said).not.toMatch(/simulat|undefined|null/);
  });
});

const ODD = `
  import asyncio, collections, gc, sys, warnings, weakref

  class Odd(asyncio.Task):
      __slots__ = ()
      def __getattr__(self, name):
          raise RuntimeError(name)
      def __eq__(self, other):
          raise RuntimeError("compared")
      __hash__ = None

  class Sly(asyncio.Lock):
      def __getattribute__(self, name):
          if name.startswith("_loopscope") or name == "__dict__":
              raise RuntimeError(name)
          return super().__getattribute__(name)

  class Failing(Exception):
      def __str__(self):
          raise RuntimeError("no words")

  async def work(name, lock):
      async with lock:
          await asyncio.sleep(0)
      return name

  async def fails():
      raise Failing(object())

  async def main():
      loop = asyncio.get_running_loop()
      lock = Sly()
      tasks = [asyncio.create_task(work(n, lock), name=f"n{n}") for n in range(3)]
      print(sorted(task.get_name() for task in asyncio.all_tasks()))
      print(await asyncio.gather(*tasks), hasattr(tasks[0], '__dict__'), weakref.getweakrefcount(lock) >= 0)
      loop.set_task_factory(lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))
      print(await asyncio.create_task(work("made", lock)))
      loop.set_task_factory(asyncio.eager_task_factory)
      eager = asyncio.create_task(work("eager", asyncio.Lock()))
      print(eager.done(), await eager)
      loop.set_task_factory(None)
      try:
          await asyncio.create_task(fails())
      except Failing as error:
          print(type(error).__name__, error.__traceback__.tb_next is not None)
      future = loop.create_future()
      future.add_done_callback(lambda done: print("done", done is future))
      loop.call_soon(future.set_result, 7)
      print(await future, repr(future))
      handle = loop.call_later(5, print, "never")
      handle.cancel()
      print(type(asyncio.current_task()).__name__, asyncio.current_task().get_coro().__name__)

  asyncio.run(main(), debug=True)
  print(sys.gettrace(), sys.getprofile())
`;

it('changes nothing of what a program does, however odd it is', async () => {
  const plain = await printedBy(ODD);
  const { stdout, errors } = await recordInSimulator(ODD);
  expect(stdout.trimEnd()).toBe(plain);
  expect(errors).toBe(null);
});

it('keeps values of arguments and results only where that is asked for', async () => {
  const source = `
    import asyncio

    async def greet(name):
        return f"hello {name}"

    asyncio.run(greet("secret"))
  `;
  const plain = await recordInSimulator(source);
  expect(JSON.stringify(plain.trace.events)).not.toContain('secret');
  const { trace } = await recordInSimulator(source, 'shows_values=True');
  expect(inShort(trace, 'task-created')[0]).toBe('1 is greet("secret") of 0');
});

it('begins with what is there when its window begins: tasks, what they wait for, primitives', async () => {
  const { trace } = await recordInSimulator(
    `
    import asyncio

    gate = asyncio.Event()

    async def patient():
        await gate.wait()

    async def brief():
        await asyncio.sleep(1)

    async def main():
        waiting = asyncio.create_task(patient())
        await brief()
        await asyncio.create_task(brief())
        await asyncio.sleep(8)
        gate.set()
        await waiting

    asyncio.run(main())
  `,
    'last_seconds=4',
  );
  expect(trace.endedNs).toBeLessThan(4.1e9);
  expect(inShort(trace, 'task-created', 'step-ended').slice(0, 4)).toEqual([
    '1 is main() of 0',
    '2 is patient() of 1',
    '1 waits on 15: sleep',
    '2 waits on 6: Event.wait 1',
  ]);
  expect(trace.events.find(({ kind }) => kind === 'primitive-seen')).toMatchObject({
    name: 'gate',
    state: { kind: 'event', isSet: false },
  });
});

it('leaves everything as it was when it stops', async () => {
  const { stdout } = await recordInSimulator(`
    import asyncio, collections, sys

    recorder = sys.modules["loopscope_record"]

    async def main():
        ready = asyncio.get_running_loop()._ready
        print(type(ready) is collections.deque)
        recorder.stop()
        ready = asyncio.get_running_loop()._ready
        print(type(ready) is collections.deque)
        await asyncio.sleep(1)
        print([sys.monitoring.get_tool(number) for number in (3, 4)])
        recorder.start()
        await asyncio.sleep(1)
        print("again")

    asyncio.run(main())
  `);
  expect(stdout.trimEnd().split('\n')).toEqual(['False', 'True', '[None, None]', 'again']);
});

it('tells who put a callback into a loop from another thread', async () => {
  const { trace } = await recordInSimulator(`
    import asyncio, threading, time

    async def main():
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        def work():
            time.sleep(1)
            loop.call_soon_threadsafe(done.set)
        threading.Thread(target=work, name="worker").start()
        await done.wait()
        await asyncio.to_thread(time.sleep, 0.5)

    asyncio.run(main())
  `);
  const kinds = new Set(trace.events.map(({ kind }) => kind));
  expect(kinds).toContain('thread-started');
  expect(kinds).toContain('job-began');
  expect(kinds).not.toContain('wake-missed');
  expect(explain(trace).join('\n')).not.toMatch(/computed|threads of the default executor/);
});

it('tells which task each step was of, however little it keeps', async () => {
  const { trace } = await recordInSimulator(`
    import asyncio, collections, sys

    recorder = sys.modules["loopscope_record"]
    recorder._MOST_RECORDS = 100
    recorder._log = collections.deque(maxlen=100 * recorder._WIDTH)
    recorder._emit = recorder._log.extend

    async def spin():
        while True:
            await asyncio.sleep(0)

    async def tick():
        while True:
            await asyncio.sleep(0.001)

    async def take(items):
        while True:
            await items.get()

    async def main():
        items = asyncio.Queue(3)
        others = [asyncio.create_task(each) for each in (spin(), tick(), take(items))]
        for number in range(200):
            await items.put(number)
            asyncio.get_running_loop().call_soon(len, "")
            await asyncio.sleep(0)
        for other in others:
            other.cancel()

    asyncio.run(main())
  `);
  const lines = new Map([
    ['main', [25, 27]],
    ['spin', [10]],
    ['tick', [14]],
    ['take', [18]],
  ]);
  const names = new Map<number, string>();
  let steps = 0;
  for (const event of trace.events) {
    if (event.kind === 'task-created') names.set(event.task, event.coroutine);
    if (event.kind !== 'step-ended' || !event.waitsOn?.location) continue;
    steps += 1;
    const name = names.get(event.task) ?? '';
    expect(lines.get(name), name).toContain(event.waitsOn.location.line);
  }
  expect(steps).toBeGreaterThan(8);
  expect(explain(trace).join('\n')).not.toContain('before it had begun');
});
