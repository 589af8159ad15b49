/** A program that looks again and again whether something has happened ends as it does natively. */
import { describe, expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { runPython, transcriptOf } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

interface Poll {
  readonly of: string;
  /** What is waited for, and what is asked of it, over and over. */
  readonly begin: string;
  readonly until: string;
  readonly seconds: number;
}

const POLLS: readonly Poll[] = [
  {
    of: 'a thread',
    begin: 't = threading.Thread(target=time.sleep, args=(2,)); t.start()',
    until: 'not t.is_alive()',
    seconds: 2,
  },
  {
    of: 'a job in a pool',
    begin: 'f = ThreadPoolExecutor().submit(time.sleep, 30)',
    until: 'f.done()',
    seconds: 30,
  },
  {
    of: 'to_thread',
    begin: 't = asyncio.create_task(asyncio.to_thread(time.sleep, 0.5))',
    until: 't.done()',
    seconds: 0.5,
  },
  {
    of: 'a process',
    begin: 'p = multiprocessing.Process(target=time.sleep, args=(4,)); p.start()',
    until: 'not p.is_alive()',
    seconds: 4,
  },
  {
    of: 'a subprocess',
    begin: 'p = await asyncio.create_subprocess_exec("sleep", "5")',
    until: 'p.returncode is not None',
    seconds: 5,
  },
  {
    of: 'a timer of an hour',
    begin: 'asyncio.get_running_loop().call_later(3_600, flag.append, 1)',
    until: 'flag',
    seconds: 3_600,
  },
  {
    of: 'a queue that a sleeping task fills',
    begin: `
      q = asyncio.Queue()
      async def produce():
          for item in range(20):
              await asyncio.sleep(0.5)
              await q.put(item)
      task = asyncio.create_task(produce())`,
    until: 'q.qsize() == 20',
    seconds: 10,
  },
  {
    of: 'a task that ticks six hundred times',
    begin: `
      async def tick():
          for _ in range(600):
              await asyncio.sleep(0.1)
      t = asyncio.create_task(tick())`,
    until: 't.done()',
    seconds: 60,
  },
  {
    of: "another thread's loop",
    begin: `
      loop = asyncio.new_event_loop()
      threading.Thread(target=loop.run_forever, daemon=True).start()
      f = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)`,
    until: 'f.done()',
    seconds: 5,
  },
  {
    of: 'a lock that another task holds',
    begin: `
      lock = asyncio.Lock()
      async def hold():
          async with lock:
              await asyncio.sleep(5)
      t = asyncio.create_task(hold())
      await asyncio.sleep(0)`,
    until: 'not lock.locked()',
    seconds: 5,
  },
];

function program({ begin, until }: Poll, sleep = 'await asyncio.sleep(0)'): string {
  return `import asyncio, multiprocessing, threading, time
from concurrent.futures import ThreadPoolExecutor

async def main():
    flag = []
    ${dedent(begin).trim().replaceAll('\n', '\n    ')}
    while not (${until}):
        ${sleep}
    print(f"{time.monotonic():.1f}")

if __name__ == "__main__":
    asyncio.run(main())
`;
}

it.each(POLLS)('polls $of with sleep(0) for $seconds s', async (poll) => {
  expect(await transcriptOf(program(poll))).toMatch(
    new RegExp(`\\] ${poll.seconds.toFixed(1)}\\n.*= exit 0$`),
  );
});

it('polls a timer in tasks within tasks, and in an asynchronous generator', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def steps(flag):
        while not flag:
            await asyncio.sleep(0)
            yield 1

    async def poll(flag):
        async for _ in steps(flag):
            pass

    async def nested(flag):
        await asyncio.create_task(poll(flag))

    async def main():
        flag = []
        asyncio.get_running_loop().call_later(4, flag.append, 1)
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(nested(flag))
        print("seen")

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   4.000] seen\n[   4.000]= exit 0');
});

it.each(['asyncio.timeout(10)', 'asyncio.timeout_at(10)'])(
  'is given up at 10 s by %s',
  async (limit) => {
    const transcript = await transcriptOf(`
    import asyncio

    async def main():
        try:
            async with ${limit}:
                while True:
                    await asyncio.sleep(0)
        except TimeoutError:
            print("given up")

    asyncio.run(main())
  `);
    expect(transcript).toBe('[  10.000] given up\n[  10.000]= exit 0');
  },
);

it.each([
  ['time.sleep(0)', 'while not done.is_set(): time.sleep(0)'],
  ['Event.wait(0)', 'while not done.wait(0): pass'],
  ['waits of ten microseconds', 'while not done.wait(0.000_01): pass'],
  ['a lock that is taken', 'while not lock.acquire(blocking=False): pass'],
  ['select', 'while not select.select([a], [], [], 0)[0]: pass'],
])('lets a thread poll by %s', async (_, poll) => {
  const transcript = await transcriptOf(`
    import select, socket, threading, time

    done, lock = threading.Event(), threading.Lock()
    a, b = socket.socketpair()
    lock.acquire()

    def work():
        time.sleep(30)
        done.set()
        lock.release()
        b.send(b"x")

    threading.Thread(target=work).start()
    ${poll}
    print(f"{time.monotonic():.1f}")
  `);
  expect(transcript).toMatch(/^\[ {2}30\.\d{3}\] 30\.0\n\[.*= exit 0$/);
});

it.each([
  ['poll()', 'p = subprocess.Popen(["sleep", "30"])', 'p.poll() is not None'],
  ['waitpid', 'p = subprocess.Popen(["sleep", "30"])', 'os.waitpid(p.pid, os.WNOHANG)[0]'],
  ['os.kill', 'p = subprocess.Popen(["sleep", "30"])', 'is_gone(p)'],
  ['a file', 'subprocess.Popen("sleep 30; echo > done", shell=True)', 'os.path.exists("done")'],
  ['recv', 'after(lambda: b.send(b"x"))', 'fails_not(lambda: a.recv(1))'],
  ['accept', 'after(lambda: knock())', 'fails_not(server.accept)'],
  ['os.read', 'after(lambda: os.write(w, b"x"))', 'fails_not(lambda: os.read(r, 1))'],
])('lets a program poll by %s with nothing else in its loop', async (_, begin, until) => {
  const transcript = await transcriptOf(`
    import os, socket, subprocess, threading, time

    a, b = socket.socketpair()
    server = socket.create_server(("127.0.0.1", 0))
    r, w = os.pipe()
    a.setblocking(False), server.setblocking(False), os.set_blocking(r, False)

    def after(do):
        threading.Timer(30, do).start()

    def knock():
        socket.create_connection(server.getsockname())

    def fails_not(attempt):
        try:
            return attempt()
        except BlockingIOError:
            return False

    def is_gone(p):
        try:
            os.kill(p.pid, 0)
        except ProcessLookupError:
            return True
        return p.poll() is not None

    ${begin}
    while not (${until}):
        pass
    print(f"{time.monotonic():.1f}")
  `);
  expect(transcript).toMatch(/^\[ {2}30\.\d{3}\] 30\.0\n.*= exit 0$/);
});

it.each([
  't.is_alive()',
  'lock.locked()',
  'threading.current_thread() and t in threading.enumerate()',
])('lets others run in a loop that asks nothing but %s', async (asked) => {
  const transcript = await transcriptOf(`
    import threading, time

    lock = threading.Lock()
    lock.acquire()
    t = threading.Timer(0.2, lock.release)
    t.start()
    while ${asked}:
        pass
    print(f"{time.monotonic():.1f}")
  `);
  expect(transcript).toMatch(/\] 0\.2\n.*= exit 0$/);
});

it('lets a thread poll a queue that is empty', async () => {
  const transcript = await transcriptOf(`
    import queue, threading, time

    items = queue.Queue()

    def work():
        time.sleep(0.3)
        items.put("tea")

    threading.Thread(target=work).start()
    while True:
        try:
            item = items.get_nowait()
        except queue.Empty:
            continue
        print(item)
        break
  `);
  expect(transcript).toMatch(/^\[ {3}0\.3\d\d\] tea\n.*= exit 0$/);
});

it('lets a loop that sleeps for ten microseconds at a time come to a timer', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def main():
        flag = []
        asyncio.get_running_loop().call_later(30, flag.append, 1)
        while not flag:
            await asyncio.sleep(0.000_01)
        print("seen")

    asyncio.run(main())
  `);
  expect(transcript).toMatch(/^\[ {2}30\.000\] seen/);
});

it('takes no time for ten thousand notifications of one instant', async () => {
  const transcript = await transcriptOf(`
    import threading

    condition = threading.Condition(threading.Lock())
    for _ in range(12_000):
        with condition:
            condition.notify()
    print("told")
  `);
  expect(transcript).toMatch(/^\[ {3}0\.0\d\d\] told/);
});

describe('a loop that does nothing but ask', () => {
  it.each([
    ['an event', 'ready = threading.Event(); later(ready.set)', 'while not ready.is_set(): pass'],
    ['a queue', 'q = queue.Queue(); later(q.put, 1)', 'while q.empty():\n    pass'],
    [
      'a queue that refuses',
      'q = queue.Queue(); later(q.put, 1)',
      'while True:\n    try:\n        q.get_nowait()\n        break\n    except queue.Empty:\n        pass',
    ],
    [
      'a future',
      'f = concurrent.futures.Future(); later(f.set_result, 1)',
      'while not f.done(): pass',
    ],
    [
      'a thread',
      't = threading.Thread(target=time.sleep, args=(3600,)); t.start()',
      'while t.is_alive(): pass',
    ],
    ['what an object has', 'o = Job()', 'while not o.ready.is_set(): pass'],
  ])('comes to what it waits for, be that an hour away: %s', async (_, begin, loop) => {
    const source = `
import concurrent.futures, queue, threading, time

def later(function, *given):
    threading.Timer(3600, function, given).start()

class Job:
    def __init__(self):
        self.ready = threading.Event()
        later(self.ready.set)

${begin}
${loop}
print(round(time.monotonic()), round(time.process_time()))
`;
    const trace = await runPython(source);
    expect(stdoutOf(trace)).toBe('3600 3600\n');
    expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  });

  it('is another one if it does anything else', async () => {
    const trace = await runPython(`
      import threading, time
      ready = threading.Event()
      threading.Timer(0.2, ready.set).start()
      rounds = 0
      while not ready.is_set():
          rounds += 1
      print(rounds > 500_000)
    `);
    expect(stdoutOf(trace)).toBe('True\n');
  });
});
