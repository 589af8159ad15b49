/** How deep programs may nest, and what becomes of them: as under CPython with a stack of 8 MB. */
import { expect, it } from 'vitest';
import { printedBy, runPython } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

/** The browser has compiled anew by then what recursion consists of. */
const WORK = `
class Nested:
    def __init__(self, depth): self.depth = depth
    def __repr__(self): return f"{Nested(self.depth - 1)}" if self.depth else "x"
for _ in range(3000): repr(Nested(20))
`;

it.each([
  ['in a fresh engine', ''],
  ['in one that has worked', WORK],
])('raises RecursionError at the depth at which CPython does %s', async (_, before) => {
  const printed = await printedBy(`${before}
calls = 0

def count():
    global calls
    calls += 1

class Text:
    def __str__(self):
        count()
        return f"{self}"

class Shown:
    def __repr__(self):
        count()
        return repr(self)

class Called:
    def __call__(self):
        count()
        return self()

class Asked:
    def __getattr__(self, name):
        count()
        return self.other

class Compared:
    def __eq__(self, other):
        count()
        return self == other

class Sorted:
    def __lt__(self, other):
        count()
        return sorted([self, self])

class Entered:
    def __enter__(self):
        count()
        with self: pass
    def __exit__(self, *_): pass

def plain():
    count()
    return plain()

def mapped(_=0):
    count()
    return list(map(mapped, [0]))

def generator():
    count()
    yield from generator()

async def coroutine():
    count()
    await coroutine()

for attempt in (
    lambda: str(Text()),
    lambda: repr(Shown()),
    lambda: Called()(),
    lambda: Asked().name,
    lambda: Compared() == Compared(),
    lambda: Sorted() < Sorted(),
    lambda: Entered().__enter__(),
    lambda: plain(),
    lambda: mapped(),
    lambda: next(generator()),
    lambda: coroutine().send(None),
):
    calls = 0
    try:
        attempt()
    except RecursionError as error:
        print(calls, error)
`);
  // 1,000 frames: the module's, the lambda's, those counted, and that of count() at the last.
  expect(printed.split('\n')).toEqual(
    Array<string>(11).fill('997 maximum recursion depth exceeded'),
  );
});

const COUNT = `
def nest():
    global depth
    depth += 1
    nest()

def show():
    global depth
    depth = 0
    try:
        nest()
    except RecursionError:
        print(depth)
`;

it('counts no frames of the simulator, in tasks, callbacks, threads and processes', async () => {
  const printed = await printedBy(`
import asyncio, subprocess, sys, threading
${COUNT}
async def main():
    show()
    asyncio.get_running_loop().call_soon(show)
    await asyncio.sleep(0)
    await asyncio.create_task(asyncio.to_thread(show))

show()
asyncio.run(main())
show()
thread = threading.Thread(target=show)
thread.start()
thread.join()
source = ${JSON.stringify(`${COUNT}
show()`)}
print(subprocess.run([sys.executable, "-c", source], capture_output=True, text=True).stdout)
`);
  // What is left of 1,000 frames beside show()'s own: the module's alone, with those of asyncio.run()
  // and the loop, of a pool's worker, of a Thread.
  expect(printed.split('\n')).toEqual(['998', '991', '992', '993', '998', '996', '998']);
});

it('frees structures of any depth and kind', async () => {
  const printed = await printedBy(`
    import functools

    class Node:
        def __init__(self, next): self.next = next

    class Closing(Node):
        closed = 0
        def __del__(self): Closing.closed += 1

    class Slotted:
        __slots__ = ("next",)
        def __init__(self, next): self.next = next

    def caused(before):
        error = ValueError()
        error.__cause__ = before if isinstance(before, Exception) else None
        return error

    def closure(before):
        return lambda: before

    def begun(before):
        def generator(): yield before
        running = generator()
        next(running)
        return running

    async def awaits(before): return before

    for make in (
        Node, Closing, Slotted, caused, closure, begun, property,
        lambda before: [before],
        lambda before: (before,),
        lambda before: {1: before},
        lambda before: map(abs, iter([before])),
        lambda before: functools.partial(print, before),
    ):
        for depth in (3_000, 100_000):
            chain = None
            for _ in range(depth):
                chain = make(chain)
            del chain
    print(Closing.closed)
  `);
  expect(printed).toBe('103000');
});

it('nests iterators, exceptions and data as deep as they fit into 8 MB', async () => {
  const printed = await printedBy(`
    import ast, copy, itertools, json, pickle, re, traceback

    def nested(make, depth, value):
        for _ in range(depth):
            value = make(value)
        return value

    print(list(nested(lambda inner: map(lambda x: x + 1, inner), 5_000, iter([0]))))
    print(list(nested(lambda inner: filter(None, inner), 5_000, iter([0, 1]))))
    print(list(nested(lambda inner: itertools.chain(inner), 5_000, iter([0]))))
    print(sum(x for x, in nested(lambda inner: zip(map(lambda each: each[0], inner)), 2_000, iter([(1,)]))))

    def caused(before):
        error = ValueError("!")
        error.__cause__ = before
        return error
    print(len(traceback.format_exception(nested(caused, 5_000, ValueError()))))

    lists = nested(lambda inner: [inner], 5_000, [])
    print(json.loads("[" * 5_001 + "]" * 5_001) == lists)
    print(len(json.dumps(lists)), len(repr(lists)), len(pickle.dumps(lists)))
    print(hash(nested(lambda inner: (inner,), 5_000, ())) != 0)
    print(isinstance(1, nested(lambda inner: (inner,), 5_000, int)))
    print(eval(compile("+".join(["1"] * 5_000), "sum", "eval")))
    print(len(ast.dump(ast.parse("[" * 90 + "]" * 90))))

    for attempt in (
        lambda: copy.deepcopy(lists),
        lambda: re.compile("(" * 900 + ")" * 900),
        lambda: repr(nested(lambda inner: [inner], 200_000, [])),
        lambda: json.loads("[" * 200_000 + "]" * 200_000),
        lambda: json.dumps(nested(lambda inner: {1: inner}, 200_000, {})),
        lambda: pickle.dumps(nested(lambda inner: [inner], 200_000, [])),
        lambda: nested(lambda inner: [inner], 200_000, []) == nested(lambda inner: [inner], 200_000, []),
        lambda: compile("+".join(["a"] * 200_000), "sum", "eval"),
        lambda: compile("(" * 1_000 + ")" * 1_000, "tuples", "eval"),
        lambda: compile("-" * 200_000 + "1", "minus", "eval"),
    ):
        try:
            attempt()
            print("fits")
        except Exception as error:
            print(type(error).__name__, re.sub(r"used \\d+ kB", "used ... kB", str(error)))
  `);
  expect(printed.split('\n')).toEqual([
    '[5000]',
    '[1]',
    '[0]',
    '1',
    '10001',
    'True',
    '10002 10002 15014',
    'True',
    'True',
    '5000',
    '2268',
    'RecursionError maximum recursion depth exceeded',
    'RecursionError maximum recursion depth exceeded',
    'RecursionError Stack overflow (used ... kB) while getting the repr of an object',
    'RecursionError Stack overflow (used ... kB) while decoding a JSON array from a unicode string',
    'RecursionError Stack overflow (used ... kB) while getting the repr of an object',
    'RecursionError Stack overflow (used ... kB) while pickling an object',
    'RecursionError Stack overflow (used ... kB) in comparison',
    'RecursionError Stack overflow (used ... kB) during compilation',
    'SyntaxError too many nested parentheses (tuples, line 1)',
    'MemoryError Parser stack overflowed - Python source too complex to parse',
  ]);
});

it('goes through 20,000 of what has no guard, and 100,000 tuples, as natively', async () => {
  const printed = await printedBy(`
    import collections, functools, itertools, operator, types

    def nested(make, depth, value):
        for _ in range(depth):
            value = make(value)
        return value

    class Partial(functools.partial): pass
    def partial(function):
        made = Partial(int)
        made.__setstate__((function, (), {}, {}))
        return made

    print(nested(partial, 20_000, int)())
    print(nested(lambda method: method.__call__, 20_000, len)("abc"))
    print(hash(nested(lambda inner: types.MethodType(inner, 1), 20_000, len)) != 0)
    for read in (len, list, dict, lambda proxy: 1 in proxy, lambda proxy: proxy[1]):
        print(read(nested(types.MappingProxyType, 20_000, {1: 2})))
    print(hash(nested(lambda inner: list[inner], 20_000, int)) != 0)
    for make in (
        zip,
        enumerate,
        itertools.accumulate,
        itertools.cycle,
        itertools.groupby,
        itertools.pairwise,
        itertools.product,
        itertools.zip_longest,
        lambda inner: map(max, inner, itertools.repeat(1)),
        lambda inner: filter(None, inner),
        lambda inner: itertools.chain.from_iterable([inner]),
        lambda inner: itertools.compress(inner, [1]),
        lambda inner: itertools.batched(inner, 1),
        lambda inner: itertools.islice(inner, 1),
        lambda inner: itertools.takewhile(bool, inner),
        lambda inner: itertools.tee(inner)[0],
        lambda inner: iter(inner.__next__, None),
    ):
        next(nested(make, 20_000, iter([1, 1])), None)
    print(hash(nested(lambda inner: (inner,), 100_000, ())) != 0)
    try:
        next(nested(lambda inner: map(int, inner), 90_000, iter([1])))
        print("fits")
    except RecursionError:
        print("guarded")
  `);
  expect(printed.split('\n')).toEqual([
    ...['0', '3', 'True'],
    ...['1', '[1]', '{1: 2}', 'True', '2'],
    ...['True', 'True', 'fits'],
  ]);
});

it('says that the stack ran out wherever what has no guard comes to its end', async () => {
  const outcomes = await Promise.all(
    [93_300, 93_350, 93_400, 93_450, 93_500, 100_000].map(async (depth) => {
      const { outcome } = await runPython(`
        iterator = iter([1])
        for _ in range(${depth}):
            iterator = map(int, iterator)
        next(iterator)
      `);
      return outcome.kind === 'limited' ? outcome.limit : outcome.kind;
    }),
  );
  expect([...new Set(outcomes)].sort()).toEqual(['exited', 'recursion']);
});

it('lets threads and tasks park, and the program end, deep in a recursion', async () => {
  const printed = await printedBy(`
    import asyncio, sys, threading, time

    class Deep:
        def __init__(self, depth, action):
            self.depth, self.action = depth, action
        def __str__(self):
            if self.depth == 0:
                return self.action()
            return f"{Deep(self.depth - 1, self.action)}"

    class Endless:
        def __str__(self): return f"{self}"

    def sleep():
        time.sleep(1)
        try:
            str(Endless())
        except RecursionError:
            pass
        time.sleep(1)
        return threading.current_thread().name

    def work(depth):
        print(str(Deep(depth, sleep)), round(time.monotonic(), 1))

    threads = [threading.Thread(target=work, args=(150 * n,), name=str(n)) for n in range(6)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()

    async def main():
        await asyncio.gather(*(asyncio.to_thread(str, Deep(400, sleep)) for _ in range(3)))
        print(round(time.monotonic(), 1))
    asyncio.run(main())
    str(Deep(900, lambda: sys.exit("the end")))
  `);
  expect(printed.split('\n')).toEqual([
    ...['0 2.0', '1 2.0', '2 2.0', '3 2.0', '4 2.0', '5 2.0'],
    ...['4.0', 'the end'],
  ]);
});

it('ends by the guard, not by a limit, where the program raises the limit of its frames', async () => {
  const { outcome } = await runPython(`
    import sys
    sys.setrecursionlimit(1_000_000)
    class Text:
        def __str__(self): return f"{self}"
    str(Text())
  `);
  expect(outcome).toMatchObject({
    status: 1,
    error: {
      type: 'RecursionError',
      message: expect.stringMatching(/^Stack overflow \(used \d+ kB\)/),
    },
  });
});

it('lets a program that has no room left wait for threads, processes and tasks as natively', async () => {
  const deep = (call: string) => `
import asyncio, subprocess
from concurrent.futures import ThreadPoolExecutor

async def leaf():
    pass

def nest(pool, depth=0):
    if depth > 960:
        ${call}
    nest(pool, depth + 1)

async def main():
    with ThreadPoolExecutor(2) as pool:
        try:
            nest(pool)
        except RecursionError:
            print("too deep")

asyncio.run(main())
`;
  for (const call of [
    'pool.submit(int)',
    'subprocess.run(["true"])',
    'asyncio.ensure_future(leaf())',
  ]) {
    const trace = await runPython(deep(call));
    expect(stdoutOf(trace), call).toBe('too deep\n');
    expect(trace.outcome, call).toMatchObject({ kind: 'exited', status: 0 });
  }
});

it('goes through generators within generators as natively, which nest nothing', async () => {
  const trace = await runPython(`
    def passed_on(numbers):
        for number in numbers:
            yield number

    for make in (passed_on, lambda numbers: (number for number in numbers)):
        numbers = iter([1, 2])
        for _ in range(5_000):
            numbers = make(numbers)
        print(*numbers)
  `);
  expect(stdoutOf(trace)).toBe('1 2\n1 2\n');
});

it('takes no lock that it has no room to release', async () => {
  const trace = await runPython(`
    import threading, time

    def nested(depth, call):
        if depth:
            nested(depth - 1, call)
        else:
            call()

    lock, condition, event = threading.Lock(), threading.Condition(), threading.Event()

    def hold():
        with lock:
            pass

    def wait():
        with condition:
            condition.wait(0.01)

    for call in (hold, wait, lambda: event.wait(0.01), threading.Thread(target=int).start):
        met = set()
        for depth in range(900, 1000):
            try:
                nested(depth, threading.Thread(target=int).start if call.__name__ == "start" else call)
            except RecursionError as error:
                met.add(type(error).__name__)
        print(met, lock.locked())
        with condition:
            pass
  `);
  expect(stdoutOf(trace)).toBe("{'RecursionError'} False\n".repeat(4));
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
});
