import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';
import { smallWheel } from '../../src/packages/test-wheel.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopscope-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(words: readonly string[], stdin = '') {
  let stdout = '';
  let stderr = '';
  const status = await simulate(words, {
    stdin: Readable.from([stdin]),
    stdout: {
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
  });
  return { status, stdout, stderr };
}

async function file(name: string, source: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, source);
  return path;
}

it('keeps stdout and stderr apart and gives the status of the program', async () => {
  const path = await file(
    'exit.py',
    'import sys\nprint("out")\nprint("err", file=sys.stderr)\nsys.exit(7)\n',
  );
  expect(await run([path])).toEqual({ status: 7, stdout: 'out\n', stderr: 'err\n' });
});

it('puts the virtual time before each line of stdout with --timings', async () => {
  const path = await file('slow.py', 'import time\nprint("a")\ntime.sleep(1.5)\nprint("b\\nc")\n');
  const { stdout } = await run(['--timings', path]);
  expect(stdout).toBe('[   0.000] a\n[   1.500] b\n[   1.500] c\n');
});

it('imports what lies beside the file, and reads what comes on standard input', async () => {
  await file('clerk.py', 'def greet(name): return f"hello {name}"\n');
  await file('stock.csv', 'tea,7');
  const path = await file(
    'counter.py',
    'import clerk\nprint(clerk.greet(input()), open("stock.csv").read())\n',
  );
  expect(await run([path], 'Ann\n')).toEqual({
    status: 0,
    stdout: 'hello Ann tea,7\n',
    stderr: '',
  });
  const explored = await run(['--explore', '3', path], 'Ann\n');
  expect(explored.stderr).toContain('3 × as usual: exit status 0, "hello Ann tea,7"');
});

it('gives packages to a program, says what they need besides, and refuses others in words', async () => {
  const wheel = await file(
    'tiny-1.0-py3-none-any.whl',
    smallWheel({
      files: {
        'tiny/__init__.py': 'from tiny.inner import ANSWER\n',
        'tiny/inner.py': 'ANSWER = 42\nsum(range(300_000))\n',
      },
      metadata: ['Requires-Dist: anyio'],
    }),
  );
  const path = await file(
    'user.py',
    'import tiny, time\nfrom importlib.metadata import version\nprint(tiny.ANSWER, time.monotonic(), version("tiny"), tiny.__file__)\n',
  );
  expect(await run(['--package', wheel, path])).toEqual({
    status: 0,
    stdout: '42 0.0 1.0 /lib/python3.14/site-packages/tiny/__init__.py\n',
    stderr: 'tiny needs anyio: give its wheel with --package as well\n',
  });
  // The second time from what was compiled: were it not of this wheel, or damaged, it would be made anew.
  const kept = `${wheel}.compiled`;
  const modules = await readFile(kept);
  expect((await run(['--package', wheel, path])).stdout).toContain('42 0.0 1.0');
  expect((await readFile(kept)).equals(modules)).toBe(true);
  await writeFile(kept, 'damaged');
  expect((await run(['--package', wheel, path])).stdout).toContain('42 0.0 1.0');
  expect((await readFile(kept)).equals(modules)).toBe(true);
  const other = await file('fast-1.0-cp314-cp314-linux_x86_64.whl', '');
  const refused = await run(['--package', other, path]);
  expect(refused.status).toBe(64);
  expect(refused.stderr).toContain('fast 1.0 has parts that are compiled for linux_x86_64');
  expect((await run(['--package', 'gone-1.0-py3-none-any.whl', path])).stderr).toContain(
    'cannot read gone-1.0',
  );
});

it('prints the recording with --json', async () => {
  const path = await file('json.py', 'print("a")\n');
  const recording = JSON.parse((await run(['--json', path])).stdout);
  expect(recording).toMatchObject({ version: 2, program: { name: 'json.py' }, endedNs: 0 });
});

it('reads a file in the encoding that it declares, and refuses bytes of another as python does', async () => {
  const latin1 = Buffer.from('# coding: latin-1\nprint("caf\xe9")\n', 'latin1');
  expect(await run([await file('latin.py', latin1)])).toMatchObject({
    status: 0,
    stdout: 'café\n',
  });
  const path = await file('undeclared.py', latin1.subarray(latin1.indexOf('print')));
  const { status, stdout, stderr } = await run([path]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^SyntaxError: Non-UTF-8 code starting with '\\xe9' in file .* on line 1, /,
  );
});

it('reads standard input where the file is a dash, and hands on what follows', async () => {
  const { stdout } = await run(['-', '--port', '80'], 'import sys\nprint(sys.argv)\n');
  expect(stdout).toBe("['main.py', '--port', '80']\n");
});

it('seeds random with --seed', async () => {
  const source = 'import random\nprint(random.random())\n';
  const [zero, one, again] = [
    await run(['-'], source),
    await run(['--seed', '1', '-'], source),
    await run(['--seed', '1', '-'], source),
  ];
  expect(one.stdout).toBe(again.stdout);
  expect(one.stdout).not.toBe(zero.stdout);
});

it('exits with 125 on a deadlock, with the reason on stderr', async () => {
  const source =
    'import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n';
  const { status, stderr } = await run(['-'], source);
  expect(status).toBe(125);
  expect(stderr).toBe(
    'Deadlock: nothing is left that could wake the program.\n' +
      'Nothing can ever run again: `main` waits on line 3 for an `Event` to be set, and nothing is left that could set it.\n',
  );
});

it('exits with 124 where a program serves and no client comes', async () => {
  const source = `import asyncio
async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 8080)
    await server.serve_forever()
asyncio.run(main())
`;
  const { status, stderr } = await run(['-'], source);
  expect(status).toBe(124);
  expect(stderr).toContain('The program serves at `127.0.0.1:8080` on line 3');
});

it('says how it went with --explain, and what is worth knowing, the most important first', async () => {
  const source = `import asyncio, time
async def nap():
    await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(0.5)
    time.sleep(1)
    await task
asyncio.run(main())
`;
  const { status, stdout, stderr } = await run(['--explain', '-'], source);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toBe(
    'From 0.500 to 1.500 the event loop was blocked by `time.sleep` on line 7 in `main`; `nap` ran 0.500 s late.\n',
  );
});

it('begins with --explain as the page does, and says nothing twice', async () => {
  const source = `import asyncio
async def main():
    lock = asyncio.Lock()
    async with lock:
        await lock.acquire()
asyncio.run(main())
`;
  const { status, stderr } = await run(['--explain', '-'], source);
  expect(status).toBe(125);
  expect(stderr).toBe(
    'Deadlock at 0.000: `main` waits on line 5 for `lock`, which it holds itself: a task cannot take a `Lock` twice.\n',
  );
});

it.each([[[]], [['--explain']]])(
  'names who holds the loop by computing, while it does, with %j',
  async (options) => {
    const source = 'import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())\n';
    const simulator = createNodeSimulator();
    const told: string[] = [];
    const writes = (text: string) => {
      told.push(text);
      simulator.dispose();
    };
    const stdin = Readable.from([source]);
    const status = await simulate(
      [...options, '-'],
      { stdin, stdout: { write: () => true }, stderr: { write: writes } },
      simulator,
    );
    expect(status).toBe(130);
    expect(told[0]).toMatch(/^`main` has held the event loop since 0\.000 .* on line 3/);
  },
);

const TICKING = `import asyncio
async def tick():
    while True:
        print("tick")
        await asyncio.sleep(1)
async def nap():
    await asyncio.sleep(10)
async def main():
    await asyncio.gather(tick(), nap())
asyncio.run(main())
`;

it('ends a run at the time of --until, with 124, and says that the program goes on', async () => {
  const { status, stdout, stderr } = await run(['--timings', '--until', '2.5', '-'], TICKING);
  expect(status).toBe(124);
  expect(stdout).toBe('[   0.000] tick\n[   1.000] tick\n[   2.000] tick\n');
  expect(stderr).toBe('The program goes on; this run ended at 2.5 seconds of its clock.\n');
});

it('leaves a program its own end, and its status, that comes before the time of --until', async () => {
  const source = 'import sys, time\ntime.sleep(2)\nprint("done")\nsys.exit(3)\n';
  expect(await run(['--until', '2', '-'], source)).toEqual({
    status: 3,
    stdout: 'done\n',
    stderr: '',
  });
});

it('tells with --explain what is still open at the time of --until', async () => {
  const { stderr } = await run(['--explain', '--until', '4', '-'], TICKING);
  expect(stderr).toContain('`tick` waits in `sleep` on line 5, again and again.');
  expect(stderr).toContain(
    'Not at an end when the run was, at 4.000: `main`, which waits in `gather` on line 9 for `tick` and `nap`; `nap`, which waits in `sleep` on line 7 until 10.000.',
  );
});

it('prints what a program without an end prints while it goes on', async () => {
  const simulator = createNodeSimulator();
  const printed: string[] = [];
  const write = (text: string) => {
    printed.push(text);
    if (printed.length === 3) simulator.dispose();
  };
  const stdin = Readable.from([TICKING]);
  const status = await simulate(
    ['-'],
    { stdin, stdout: { write }, stderr: { write: () => true } },
    simulator,
  );
  expect(status).toBe(130);
  expect(printed.join('')).toMatch(/^tick\ntick/);
});

it.each([
  [[], 'expected a Python file'],
  [['--until', 'noon', 'x.py'], 'expected seconds above 0, at most thirty days, after --until'],
  [['--until', '0', 'x.py'], 'found 0'],
  [['--fast', 'x.py'], '--fast'],
  [['--seed', 'x', 'x.py'], 'expected a whole number after --seed, found x'],
  [['no-such-file.py'], 'cannot read no-such-file.py'],
])('refuses %j with the usage', async (words, message) => {
  const { status, stderr } = await run(words);
  expect(status).toBe(64);
  expect(stderr).toContain(message);
  expect(stderr).toContain('usage: simulate');
});
