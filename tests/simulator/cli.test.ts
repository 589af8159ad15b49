import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';

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

async function file(name: string, source: string): Promise<string> {
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

it('prints the recording with --json', async () => {
  const path = await file('json.py', 'print("a")\n');
  const recording = JSON.parse((await run(['--json', path])).stdout);
  expect(recording).toMatchObject({ version: 1, program: { name: 'json.py' }, endedNs: 0 });
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

it('exits with 125 on a deadlock, with the report on stderr', async () => {
  const source =
    'import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n';
  const { status, stderr } = await run(['-'], source);
  expect(status).toBe(125);
  expect(stderr).toContain('waits at line 3 in Event.wait()');
});

it.each([
  [[], 'expected a Python file'],
  [['--fast', 'x.py'], '--fast'],
  [['--seed', 'x', 'x.py'], 'expected a whole number after --seed, found x'],
  [['no-such-file.py'], 'cannot read no-such-file.py'],
])('refuses %j with the usage', async (words, message) => {
  const { status, stderr } = await run(words);
  expect(status).toBe(64);
  expect(stderr).toContain(message);
  expect(stderr).toContain('usage: simulate');
});
