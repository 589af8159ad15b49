/** What a trace tells of child processes: who began them, where they stand, what they print, how they end. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { eventLines } from './event-lines.ts';
import { runPython } from './run-python.ts';

const PROCESSES: readonly EventKind[] = [
  'file-seen',
  'process-started',
  'process-ended',
  'parked',
  'resumed',
  'output',
];

/** What happened to processes, in a program whose main thread runs no loop or never blocks. */
const told = async (source: string) => `${eventLines(await runPython(source), PROCESSES)}\n`;

it('tells of a child that sleeps, prints and exits, with the lines of its own text', async () => {
  const program = `
    import asyncio, sys

    CHILD = """
    import time
    print("hello", flush=True)
    time.sleep(1)
    raise SystemExit(3)
    """

    async def main():
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD)
        print("status", await child.wait())

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 process-started process=2 command="python -c 'import time …'" pid=4202 parent=1 location=0:11
    0.000 output stream=stdout text="hello\\n" by=2
    0.000 file-seen file=1 name=<string> source="\\nimport time\\nprint(\\"hello\\", flush=True)\\ntime.sleep(1)\\nraise SystemExit(3)\\n"
    0.000 parked agent=2 [location=1:4 call=time.sleep untilNs=1000001000]
    1.000 resumed agent=2
    1.000 process-ended process=2 status=3
    1.000 output stream=stdout text="status 3\\n" by=1
  `),
  );
});

it('tells of a shell by its line, and of the programs that it starts', async () => {
  const program = `
    import asyncio

    async def main():
        child = await asyncio.create_subprocess_shell("sleep 1; cat; exit 3", stdin=-1)
        await asyncio.sleep(2)
        child.stdin.write(b"a\\nb\\n")
        child.stdin.close()
        await child.wait()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 process-started process=2 command="sleep 1; cat; exit 3" pid=4202 parent=1 location=0:4
    0.000 process-started process=4 command="sleep 1" pid=4203 parent=2
    0.000 parked agent=2 [process=4]
    0.000 parked agent=4 [untilNs=1000002000]
    1.000 resumed agent=4
    1.000 process-ended process=4 status=0
    1.000 resumed agent=2
    1.000 process-started process=5 command=cat pid=4204 parent=2
    1.000 parked agent=2 [process=5]
    1.000 parked agent=5 [channel=1]
    2.000 resumed agent=5
    2.000 output stream=stdout text="a\\nb\\n" by=5
    2.000 parked agent=5 [channel=1]
    2.000 resumed agent=5
    2.000 process-ended process=5 status=0
    2.000 resumed agent=2
    2.000 process-ended process=2 status=3
  `),
  );
});

it('tells of a child that is ended by a signal, by the negative number of that', async () => {
  const program = `
    import asyncio

    async def main():
        child = await asyncio.create_subprocess_exec("sleep", "60")
        await asyncio.sleep(1)
        child.terminate()
        await child.wait()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 process-started process=2 command="sleep 60" pid=4202 parent=1 location=0:4
    0.000 parked agent=2 [untilNs=60000001000]
    1.000 process-ended process=2 status=-15
  `),
  );
});

it('gives a script its name and its text, and the same text one number', async () => {
  const program = `
    import asyncio, sys

    with open("worker.py", "w") as file:
        file.write("import time\\ntime.sleep(1)\\n")

    async def main():
        for _ in range(2):
            child = await asyncio.create_subprocess_exec(sys.executable, "worker.py")
            await child.wait()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 process-started process=2 command="python worker.py" pid=4202 parent=1 location=0:8
    0.000 file-seen file=1 name=/home/learner/worker.py source="import time\\ntime.sleep(1)\\n"
    0.000 parked agent=2 [location=1:2 call=time.sleep untilNs=1000001000]
    1.000 resumed agent=2
    1.000 process-ended process=2 status=0
    1.000 process-started process=4 command="python worker.py" pid=4203 parent=1 location=0:8
    1.000 parked agent=4 [location=1:2 call=time.sleep untilNs=2000002000]
    2.000 resumed agent=4
    2.000 process-ended process=4 status=0
  `),
  );
});

it('watches neither the lines nor the tasks of a child', async () => {
  const { events } = await runPython(`
    import subprocess, sys

    CHILD = """
    import asyncio
    async def main():
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
        print("done")
    asyncio.run(main())
    """
    subprocess.run([sys.executable, "-c", CHILD])
  `);
  const kinds = new Set(events.map(({ kind }) => kind));
  expect(kinds).not.toContain('task-created');
  const lines = events.flatMap((event) => (event.kind === 'line' ? [event.location.file] : []));
  expect(new Set(lines)).toEqual(new Set([0]));
  expect(eventLines({ events } as never, ['output'])).toBe(
    '2.000 output stream=stdout text="done\\n" by=1',
  );
});
