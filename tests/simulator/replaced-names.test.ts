/** Programs that replace or delete what is built in, or the library's: only they themselves notice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedBy, runPython, transcriptOf } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

describe('a program without the names that are built in', () => {
  it('ends as it would have', async () => {
    for (const first of [
      'builtins.isinstance = None',
      'builtins.__import__ = lambda *given: print("imports", given[0])',
      'names = vars(builtins)\nfor name in set(names) - {"print"}: names.pop(name)',
    ]) {
      const trace = await runPython(`import builtins\n${first}\nprint("on")\n`);
      expect(stdoutOf(trace), first).toContain('on\n');
      expect(trace.outcome, first).toMatchObject({ kind: 'exited', status: 0 });
    }
  });

  it('meets its own errors only', async () => {
    const told = await printedBy(`
      import asyncio, builtins

      async def main():
          try:
              for name in sorted(vars(builtins)):
                  if name not in ("print", "NameError", "__build_class__"):
                      delattr(builtins, name)
          except NameError as error:
              print(error)
          await asyncio.sleep(1)
          print("slept")

      asyncio.run(main())
    `);
    expect(told).toContain("name 'delattr' is not defined");
    expect(told).toContain('slept');
  });

  it('reads files and asks for input with what stands there for these', async () => {
    const told = await printedBy(`
      import subprocess
      print(subprocess.run(["cat"], input=b"by way of a pipe", capture_output=True).stdout)
    `);
    expect(told).toBe("b'by way of a pipe'");
  });
});

describe('a program that has put something in the place of what switches threads', () => {
  it.each([
    'asyncio.ensure_future = None',
    'del asyncio.ensure_future',
    'asyncio.get_event_loop = asyncio._set_running_loop = None',
    'del asyncio.Handle, asyncio.Future, asyncio.Task, asyncio.events, asyncio.futures',
    'del sys._getframe, sys.get_asyncgen_hooks, sys.set_asyncgen_hooks',
    'sys.modules.clear()',
  ])('goes on after %s', async (first) => {
    const transcript = await transcriptOf(`
      import asyncio, sys, threading, time
      ${first}
      thread = threading.Thread(target=lambda: (time.sleep(1), print("slept")))
      thread.start()
      thread.join()
      print("joined")
    `);
    expect(transcript).toBe('[   1.000] slept\n[   1.000] joined\n[   1.000]= exit 0');
  });
});

it('gives another process what a module holds at first, whatever this one has made of it', async () => {
  const told = await printedBy(`
    import subprocess, sys
    command = "import sys; print(sys.exit, sys.maxsize > 5, hasattr(sys, 'mine')); del sys.argv, sys.exit"
    del sys.exit, sys.excepthook
    sys.maxsize, sys.mine = 5, 1
    for _ in range(2):
        print(subprocess.run([sys.executable, "-c", command], capture_output=True, text=True).stdout, end="")
    print(hasattr(sys, "exit"), hasattr(sys, "argv"), sys.maxsize, sys.mine)
  `);
  expect(told).toBe(
    '<built-in function exit> True False\n<built-in function exit> True False\nFalse True 5 1',
  );
});

describe('a program that has replaced or deleted names at random', () => {
  const replaced = fc.record({
    module: fc.constantFrom(
      'builtins',
      'asyncio',
      'asyncio.base_events',
      'sys',
      'threading',
      'time',
    ),
    place: fc.nat(400),
    value: fc.constantFrom('None', '0', 'lambda *given: 1 / 0', 'object()', 'GONE'),
  });

  /** Always the same, so that a failure can be had again. */
  const SEED = 20260102;

  it('never takes the simulator with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(replaced, { minLength: 1, maxLength: 4 }), async (replacements) => {
        const trace = await runPython(`
import asyncio, builtins, sys, threading, time

GONE = object()

def replace(module, place, value, names=vars, sort=sorted, count=len):
    namespace = names(module)
    name = sort(namespace)[place % count(namespace)]
    if value is GONE:
        del namespace[name]
    else:
        namespace[name] = value

async def work():
    await asyncio.sleep(1)
    await asyncio.gather(asyncio.sleep(1), asyncio.to_thread(time.sleep, 1))

${replacements.map(({ module, place, value }) => `replace(${module}, ${place}, ${value})`).join('\n')}
asyncio.run(work())
`);
        expect(trace.outcome.kind).not.toBe('crashed');
      }),
      { seed: SEED, numRuns: 8 },
    );
  });
});
