/** The end of a run, as CPython ends an interpreter. */
import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';

/** What a program printed on either stream, and its exit status. */
async function endOf(source: string) {
  const { events, outcome } = await runPython(source);
  const printed = (stream: 'stdout' | 'stderr') =>
    events
      .map((event) => (event.kind === 'output' && event.stream === stream ? event.text : ''))
      .join('');
  const status = outcome.kind === 'exited' ? outcome.status : outcome.kind;
  return { status, stdout: printed('stdout'), stderr: printed('stderr') };
}

it('lets what dies at the end see the globals of its module', async () => {
  const end = await endOf(`
    import atexit, time

    class Pool:
        def __del__(self):
            log("closed", time.time() > 0)

    def log(*words):
        print(*words)

    def numbers():
        try:
            yield 1
        finally:
            log("no more numbers")

    pool, started = Pool(), numbers()
    next(started)
    atexit.register(lambda: print("at exit"))
  `);
  expect(end).toEqual({
    status: 0,
    stdout: 'at exit\nclosed True\nno more numbers\n',
    stderr: '',
  });
});

it('warns of a coroutine that is lost at the end from no file', async () => {
  const { stderr } = await endOf('async def main(): pass\nlost = main()');
  expect(stderr).toBe(
    "<sys>:0: RuntimeWarning: coroutine 'main' was never awaited\n" +
      'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n',
  );
});

it('leaves the modules of others alone when a child process ends', async () => {
  const { stdout } = await endOf(`
    import subprocess, sys
    code = "class A:\\n  def __del__(self): print('gone', len)\\na = A()"
    for _ in range(2):
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
  `);
  expect(stdout).toBe('gone <built-in function len>\n\n'.repeat(2));
});

describe('ends with the status of python', () => {
  const HOOK = 'import sys\ndef hook(*what):\n    ';
  it.each([
    [
      'sys.stdout without a flush',
      120,
      'class Tee:\n  write = print\nimport sys\nsys.stdout = Tee()',
    ],
    ['sys.stdout deleted', 0, 'import sys\ndel sys.stdout'],
    [
      'sys.stdout and sys.stderr of None',
      1,
      'import sys\nsys.stdout = sys.stderr = None\nprint(1)\n1/0',
    ],
    ['sys.stdout closed', 0, 'import sys\nsys.stdout.close()'],
    ['a hook that exits', 9, `${HOOK}sys.exit(9)\nsys.excepthook = hook\n1/0`],
    ['a hook that raises', 1, `${HOOK}raise ValueError\nsys.excepthook = hook\n1/0`],
    ['a hook of None', 1, 'import sys\nsys.excepthook = None\n1/0'],
    ['a hook deleted', 1, 'import sys\ndel sys.excepthook\n1/0'],
    ['an exit whose words fail', 1, 'class X:\n  def __str__(self): 1/0\nraise SystemExit(X())'],
    ['os.abort', 134, 'import os\nos.abort()'],
  ])('%s', async (_, status, source) => {
    expect((await endOf(source)).status).toBe(status);
  });
});

/** Where it lies in memory, and by how many it is held, are not as natively. */
const DUMP = (type: string, repr: string) =>
  [
    'object address  : 0x.*\n',
    'object refcount : \\d+\n',
    'object type     : 0x.*\n',
    `object type name: ${type}\n`,
    `object repr     : ${repr}\n`,
    'lost sys.stderr\n',
  ].join('');
const DIVISION = DUMP('ZeroDivisionError', "ZeroDivisionError\\('division by zero'\\)");

it.each([
  ['that is deleted', 'del sys.stderr', DIVISION],
  [
    'that refuses words',
    'class Lost:\n  def write(self, text): raise OSError\nsys.stderr = Lost()',
    DIVISION,
  ],
  ['without a hook', 'del sys.stderr, sys.excepthook', `sys.excepthook is missing\n${DIVISION}`],
  [
    'with a hook that fails',
    'def hook(*_): raise KeyError(1)\nsys.excepthook = hook\ndel sys.stderr',
    `Error in sys.excepthook:\n${DUMP('KeyError', 'KeyError\\(1\\)')}\nOriginal exception was:\n${DIVISION}`,
  ],
  ['of None', 'sys.stderr = None', ''],
])('dumps the exception of a program past a sys.stderr %s', async (_, lose, dump) => {
  const { stderr } = await endOf(`import sys\n${lose}\n1 / 0\n`);
  expect(stderr).toMatch(new RegExp(`^${dump}$`));
});

it('tells a failing hook, and then the exception that it was called with', async () => {
  const { stderr } = await endOf(`
    import sys

    def hook(*what):
        raise ValueError("in the hook")

    sys.excepthook = hook
    1 / 0
  `);
  expect(stderr).toMatch(
    /^Error in sys\.excepthook:\n.*ValueError: in the hook\n\nOriginal exception was:\nTraceback.*ZeroDivisionError: division by zero\n$/s,
  );
});

describe('a child whose reader is gone', () => {
  const statusOf = (code: string) => `
    import subprocess, sys
    p = subprocess.Popen([sys.executable, "-c", ${JSON.stringify(code)}], stdin=-1, stdout=-1, stderr=-1)
    for pipe in (p.stdin, p.stdout, p.stderr):
        pipe.close()
    print(p.wait())
  `;

  it.each([
    ['print("x")', 120],
    ['import sys\nfor _ in range(100): sys.stdout.buffer.write(b"x" * 100_000)', 120],
    ['1 / 0', 120],
    ['import sys; sys.stdout.close()', 0],
    ['class A:\n  def __del__(self): 1 / 0\na = A()', 0],
  ])('ends as natively: %j with %d', async (code, status) => {
    expect((await endOf(statusOf(code))).stdout).toBe(`${status}\n`);
  });
});

it('says where the hook for what cannot be raised fails itself', async () => {
  const { status, stderr } = await endOf(`
    import sys
    def hook(args):
        1 / 0
    sys.unraisablehook = hook
    sys.stdout = type("Out", (), {"write": lambda *_: None, "flush": lambda self: [][0]})()
  `);
  expect(status).toBe(120);
  expect(stderr).toMatch(
    /^Exception ignored in sys\.unraisablehook: <function hook at 0x[0-9a-f]+>\n/,
  );
  expect(stderr).toMatch(
    /, in hook\n {4}1 \/ 0\n {4}~~\^~~\nZeroDivisionError: division by zero\n$/,
  );
});
