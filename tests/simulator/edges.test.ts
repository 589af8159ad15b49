/** Programs at the edge: where there is no room for a hook, or the last words raise. */
import { expect, it } from 'vitest';
import { printedBy, runPython } from './run-python.ts';

it('a recursion through what is watched ends in its RecursionError, as without being watched', async () => {
  const bodies = {
    semaphore: 'async with asyncio.Semaphore(1): await again()',
    timeout: 'async with asyncio.timeout(9): await again()',
    'time.sleep': 'time.sleep(0); await again()',
    call_soon: 'asyncio.get_running_loop().call_soon(print); await again()',
    queue: 'q = asyncio.Queue(); q.put_nowait(1); q.get_nowait(); await again()',
  };
  for (const [name, body] of Object.entries(bodies)) {
    const source = `
      import asyncio, time
      async def again():
          ${body.replaceAll('; ', '\n          ')}
      async def main():
          try:
              await again()
          except RecursionError:
              return "too deep"
      print(asyncio.run(main()).strip())
    `;
    expect((await printedBy(source)).split('\n').at(-1), name).toBe('too deep');
  }
});

it('a callable whose type does not tell its name is called all the same', async () => {
  expect(
    await printedBy(`
      import asyncio

      class Silent(type):
          def __getattribute__(cls, name):
              if name == "__name__":
                  raise RuntimeError(name)
              return super().__getattribute__(name)

      class Call(metaclass=Silent):
          def __call__(self):
              print("called")

      async def main():
          asyncio.get_running_loop().call_soon(Call())
          await asyncio.sleep(1)

      asyncio.run(main())
    `),
  ).toBe('called');
});

it('methods of methods of methods are called', async () => {
  expect(
    await printedBy(`
      import types
      call = lambda *given: len(given)
      for _ in range(5000):
          call = types.MethodType(call, 1)
      print(call())
    `),
  ).toBe('5000');
});

it('an exit whose words raise has the status that CPython gives', async () => {
  const statuses = {
    'sys.exit(2**70)': 255,
    'sys.exit(-1)': 255,
    'sys.exit(Loud())': 1,
    'raise NoCode()': 1,
  };
  for (const [line, status] of Object.entries(statuses)) {
    const { outcome } = await runPython(`
      import sys

      class Loud:
          def __str__(self):
              raise SystemExit(9)

      class NoCode(SystemExit):
          @property
          def code(self):
              raise SystemExit(8)

      ${line}
    `);
    expect(outcome, line).toMatchObject({ kind: 'exited', status });
  }
});

it('refuses an end that cannot be from whoever forges one', async () => {
  const printed = await printedBy(`
    import _loopscope.kernel as kernel
    for status in (None, "x", 2 ** 70, float("nan"), -10_000):
        try:
            kernel.recorder.exited(status)
        except Exception as error:
            print(type(error).__name__, error)
    print("goes on")
  `);
  expect(printed.split('\n')).toEqual([
    ...Array.from({ length: 5 }, () => expect.stringContaining('expected an exit status')),
    'goes on',
  ]);
});
