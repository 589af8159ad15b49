/** `conformance --cpython`, on a folder that is laid out as CPython's, with a few tests of our own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conformance } from '../../src/cli/conformance.ts';
import type { NativePython } from '../../src/cli/native-python.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';

const simulator = createNodeSimulator();
let source: string;

beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'cpython-'));
  const write = async (path: string, text: string) => {
    await mkdir(join(source, path, '..'), { recursive: true });
    await writeFile(join(source, path), dedent(text));
  };
  await write('Include/patchlevel.h', '#define PY_VERSION      "3.14.2"\n');
  await write('Lib/test/__init__.py', '');
  await write('Lib/test/support/__init__.py', 'answer = 42\n');
  await write('Lib/test/test_asyncio/__init__.py', '');
  await write(
    'Lib/test/test_asyncio/test_small.py',
    `
    import asyncio, os, unittest
    from test import support

    class SmallTests(unittest.IsolatedAsyncioTestCase):
        async def test_a_long_time(self):
            await asyncio.sleep(3_600)
            self.assertEqual(support.answer, 42)

        def test_ends_the_run(self):
            print("printed by a test")
            os._exit(3)

        def test_fails(self):
            with self.subTest(number=1):
                self.assertEqual(1, 2)

        def test_is_read_only(self):
            with self.assertRaises(PermissionError):
                open(__file__, "w")

        @unittest.skip("not today")
        def test_skipped(self):
            pass
    `,
  );
  await write(
    'Lib/test/test_asyncio/test_windows_small.py',
    'import unittest\nraise unittest.SkipTest("Windows only")\n',
  );
});
afterAll(async () => {
  simulator.dispose();
  await rm(source, { recursive: true });
});

async function run(python: NativePython | null, ...argv: string[]) {
  const printed = { stdout: [] as string[], stderr: [] as string[] };
  const streams = {
    stdout: { write: (text: string) => printed.stdout.push(text) },
    stderr: { write: (text: string) => printed.stderr.push(text) },
  };
  const status = await conformance(['--cpython', ...argv], streams, { simulator, python });
  return { stdout: printed.stdout.join(''), stderr: printed.stderr.join(''), status };
}

const folder = () => join(source, 'Lib/test');

it('runs the tests module by module, and says that there is no Python to compare with', async () => {
  const { stdout, status } = await run(null, folder());
  expect(stdout.trimEnd()).toBe(
    dedent(`
    CPython's tests of asyncio, of 3.14.2, on the simulator's Python 3.14.2.
    There is no Python 3.14 here to compare with (PYTHON can name one).

    module                  ran   passed   failed  skipped excepted  differs
    test_small                5        2        2        1        ·        ·
    test_windows_small        1        ·        ·        1        ·        ·
    total                     6        2        2        2        ·        ·

    Fail here:
      test.test_asyncio.test_small.SmallTests.test_ends_the_run: failed: it ended the run, exit 3: 
      test.test_asyncio.test_small.SmallTests.test_fails: failed: AssertionError: 1 != 2
    `).trim(),
  );
  expect(status).toBe(1);
});

it('compares with a native Python of that version', async () => {
  const verdict = (name: string, kind: string) =>
    `\x1e["${kind}", "test.test_asyncio.test_small.SmallTests.${name}", ""]\n`;
  const stdout = [
    verdict('test_a_long_time', 'passed'),
    verdict('test_fails', 'failed'),
    verdict('test_ends_the_run', 'passed'),
    '\x1e["ended", "test.test_asyncio.test_small"]\n',
  ].join('');
  const python: NativePython = {
    command: 'python3.14',
    version: [3, 14],
    release: '3.14.2',
    run: async () => ({ stdout, stderr: '', status: 0 }),
  };
  const { stdout: report, status } = await run(python, folder(), 'test_small');
  expect(report).toContain('and on python3.14, Python 3.14.2\n');
  expect(report).toContain('\ntest_small        5        2        2        1        ·        1\n');
  expect(report).not.toContain('test_fails');
  expect(report).not.toContain('test_windows_small');
  expect(status).toBe(1);
});

it('says what is wrong with a folder, and with a version', async () => {
  const { stderr, status } = await run(null, source);
  expect([stderr, status]).toEqual([
    `conformance: expected the folder Lib/test of a CPython, with test_asyncio/ in it, found ${source}\n`,
    64,
  ]);
  await writeFile(join(source, 'Include/patchlevel.h'), '#define PY_VERSION "3.13.1"\n');
  expect((await run(null, folder())).stderr).toBe(
    `conformance: expected the tests of Python 3.14, as the simulator is of 3.14.2, found those of 3.13.1 in ${folder()}\n`,
  );
  await rm(join(source, 'Include/patchlevel.h'));
  expect((await run(null, folder())).stderr).toContain(
    `conformance: cannot tell of which Python ${folder()} is: expected Include/patchlevel.h`,
  );
});
