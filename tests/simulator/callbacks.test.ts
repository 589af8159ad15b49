/** What a recording tells of the callbacks that a program gives to the loop. */
import { expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

it('tells of a callback that is cancelled before it runs, once, and of no other', async () => {
  const { events } = await runPython(`
    import asyncio

    def ring():
        pass

    async def main():
        loop = asyncio.get_running_loop()
        soon = loop.call_soon(ring)
        later = loop.call_later(5, ring)
        runs = loop.call_later(0.5, ring)
        soon.cancel()
        await asyncio.sleep(1)
        later.cancel()
        later.cancel()
        runs.cancel()

    asyncio.run(main())
  `);
  const cancelled = events.filter((event) => event.kind === 'callback-cancelled');
  expect(cancelled).toMatchObject([
    { kind: 'callback-cancelled', atNs: 0, callback: 1, by: 1 },
    { kind: 'callback-cancelled', atNs: 1e9, callback: 2, by: 1 },
  ]);
  const ran = events.filter((event) => event.kind === 'callback-began');
  expect(ran.map(({ callback }) => callback)).toEqual([3]);
});

it('looks into no object that is called, however it answers', async () => {
  const recording = await runPython(`
    import asyncio

    class Nothing:
        def __call__(self):
            print("called")

        def __getattr__(self, name):
            raise RuntimeError(name)

    class Everything:
        def __call__(self):
            print("called")

        def __getattr__(self, name):
            print("asked for", name)
            return self

    async def main():
        loop = asyncio.get_running_loop()
        for kind in Nothing, Everything:
            loop.call_soon(kind())
            loop.call_later(1, kind())
        await asyncio.sleep(2)

    asyncio.run(main())
  `);
  expect(recording.outcome).toEqual({ kind: 'exited', status: 0, error: null });
  expect(stdoutOf(recording)).toBe('called\n'.repeat(4));
});
