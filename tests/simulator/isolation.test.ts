/** A shared link runs a stranger's program: what it tries, and how little comes of it. */
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { runPython } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

/** Runs each statement by itself and prints what came of it. */
async function attempts(statements: readonly string[]): Promise<string[]> {
  const recording = await runPython(`
    for statement in ${JSON.stringify(statements)}:
        try:
            exec(statement, {})
            print("done")
        except BaseException as error:
            print(type(error).__name__ + ":", error)
  `);
  return stdoutOf(recording).trimEnd().split('\n');
}

it('refuses to import what leads to JavaScript or to raw memory, and says why', async () => {
  const modules = ['js', 'pyodide', 'pyodide_js', '_pyodide_core', '_ctypes'];
  const answers = await attempts(modules.map((name) => `import ${name}`));
  expect(answers).toEqual(
    modules.map((name) =>
      expect.stringMatching(`^ModuleNotFoundError: No module named '${name}': programs`),
    ),
  );
});

it('says that a module of CPython is not shipped, and lets a misspelt one be misspelt', async () => {
  const notShipped = ['tkinter', '_interpreters', 'test.support'];
  const unknown = ['asincio', 'winreg'];
  expect(await attempts([...notShipped, ...unknown].map((name) => `import ${name}`))).toEqual([
    ...['tkinter', '_interpreters', 'test'].map(
      (name) =>
        `ModuleNotFoundError: No module named '${name}': this part of the standard library is not shipped with the page`,
    ),
    ...unknown.map((name) => `ModuleNotFoundError: No module named '${name}'`),
  ]);
});

const FIND_JAVASCRIPT = `
import gc, sys
found = [o for o in gc.get_objects() if type(o).__name__ in ("JsProxy", "JsCallable")]
found += [m._bridge for m in sys.modules.values() if hasattr(m, "_bridge")]
found += [getattr(found[-1], name) for name in ("park", "spawn", "output")]
`;

it('finds in no object of JavaScript’s what it was made by', async () => {
  const answers = await attempts([
    `${FIND_JAVASCRIPT}
assert len(found) > 3
for o in found:
    for name in ("constructor", "__proto__", "prototype"):
        assert not hasattr(o, name), (o, name)
`,
  ]);
  expect(answers).toEqual(['done']);
});

it('finds no way to the network', async () => {
  const answers = await attempts([
    'import socket; socket.create_connection(("192.0.2.1", 80))',
    'import socket; socket.create_connection(("example.org", 25))',
  ]);
  expect(answers).not.toContain('done');
  // What answers is part of the simulator.
  expect(
    await attempts([
      'import urllib.request; assert b"simulated web" in urllib.request.urlopen("http://example.org").read()',
      'import urllib.request; assert b"simulated web" in urllib.request.urlopen("https://example.org").read()',
    ]),
  ).toEqual(['done', 'done']);
});

it('starts no program of the machine and sees no file of it', async () => {
  const recording = await runPython(`
    import os
    print(os.path.exists("/etc/shadow"), os.path.exists("/root"), os.path.exists("package.json"))
    try:
        print(os.system("touch /tmp/escaped") == 0 and os.path.exists("/etc"))
    except OSError as error:
        print(False)
  `);
  expect(stdoutOf(recording)).toBe('False False False\nFalse\n');
});

it('lets no run see what another has left behind', async () => {
  const leave = `
    import builtins, sys, os
    builtins.leaked = 1
    sys.modules["leaked"] = sys
    open("leaked.txt", "w").write("leaked")
    os.environ["LEAKED"] = "1"
  `;
  const look = `
    import builtins, sys, os
    print(hasattr(builtins, "leaked"), "leaked" in sys.modules, os.listdir("."), "LEAKED" in os.environ)
  `;
  await runPython(leave);
  expect(stdoutOf(await runPython(look))).toBe("False False ['main.py'] False\n");
});

it('leaves only the language in the worker’s scope', async () => {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(new URL('./sealed-scope-worker.ts', import.meta.url));
  const left = await new Promise<string[]>((resolve, reject) => {
    worker.on('message', resolve).on('error', reject);
  });
  await worker.terminate();
  const powers = [
    'fetch',
    'WebSocket',
    'process',
    'require',
    'Worker',
    'BroadcastChannel',
    'Buffer',
  ];
  expect(left.filter((name) => powers.includes(name))).toEqual([]);
  expect(left).toContain('Array');
});

it.each([
  ['a memory bomb', 'kept = []\nwhile True: kept.append(bytearray(10_000_000))', 'memory'],
  // It has no guard: natively a segmentation fault.
  [
    'iterators nested without end',
    'x = iter([1])\nfor _ in range(200_000): x = map(abs, x)\nnext(x)',
    'recursion',
  ],
])(
  'ends %s at a limit of its own, keeps the output, and the next run works',
  async (_, source, limit) => {
    const simulator = createNodeSimulator();
    const recording = await simulator.run({ source: `print("begun")\n${source}\n` }).finished;
    expect(recording.outcome).toMatchObject({
      kind: 'limited',
      limit,
    });
    expect(stdoutOf(recording)).toBe('begun\n');
    const next = await simulator.run({ source: 'print("fine")\n' }).finished;
    expect(next.outcome).toMatchObject({ kind: 'exited', status: 0 });
  },
);

it('ends endless recursion as CPython does', async () => {
  const { outcome } = await runPython('def again(): again()\nagain()\n');
  expect(outcome).toMatchObject({
    status: 1,
    error: { type: 'RecursionError', location: { file: 0, line: 1 } },
  });
});

it('gives the same random bytes for the same seed, and others for another', async () => {
  const source =
    'import os, uuid, secrets\nprint(os.urandom(8).hex(), uuid.uuid4(), secrets.token_hex())\n';
  const simulator = createNodeSimulator();
  const print = async (seed: number) => stdoutOf(await simulator.run({ source, seed }).finished);
  const [one, again, two] = [await print(1), await print(1), await print(2)];
  expect(one).toBe(again);
  expect(one).not.toBe(two);
});

it('ends at once where the program calls os._exit', async () => {
  const recording = await runPython('import os\nprint("a")\nos._exit(3)\nprint("b")\n');
  expect(recording.outcome).toEqual({ kind: 'exited', status: 3, error: null });
  expect(stdoutOf(recording)).toBe('a\n');
});
