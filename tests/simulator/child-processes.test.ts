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

it('tells of the lines of the program that a process of multiprocessing stands at', async () => {
  const program = `
    import multiprocessing, time

    def work(queue):
        time.sleep(1)
        queue.put(41)

    if __name__ == "__main__":
        queue = multiprocessing.Queue()
        worker = multiprocessing.Process(target=work, args=[queue])
        worker.start()
        print(queue.get())
        worker.join()
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 process-started process=1 command="python -B -c 'from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=2, pipe_handle=1004)' --multiprocessing-fork" pid=4202 parent=0 location=0:10
    0.000 parked agent=0 [location=0:11 call=Queue.get channel=1]
    0.000 parked agent=1 [location=0:4 call=time.sleep untilNs=1000001000]
    1.000 resumed agent=1
    1.000 parked agent=1 [location=0:5 call=Queue.put]
    1.000 resumed agent=1
    1.000 parked agent=1 []
    1.000 resumed agent=0
    1.000 output stream=stdout text="41\\n" by=0
    1.000 parked agent=0 [location=0:12 call=BaseProcess.join process=1]
    1.000 resumed agent=1
    1.000 process-ended process=1 status=0
    1.000 resumed agent=0
  `),
  );
});

it('tells for which child a blocking call or a task waits, and where it reads and writes', async () => {
  const program = `
    import asyncio, subprocess, sys

    subprocess.Popen(["sleep", "1"]).wait()
    subprocess.run(["cat"], input=b"", capture_output=True)

    async def main():
        child = await asyncio.create_subprocess_exec("sleep", "1", stdout=-1)
        await child.communicate()

    asyncio.run(main())
  `;
  const trace = await runPython(program);
  const waits = eventLines(trace, ['channel-opened', 'parked', 'step-ended']);
  expect(`${waits}\n`).toBe(
    dedent(`
    0.000 parked agent=0 [location=0:3 call=Popen.wait process=1]
    0.000 parked agent=1 [untilNs=1000001000]
    1.000 channel-opened channel=1 type=pipe name="stdout of cat"
    1.000 parked agent=0 [location=0:4 call=subprocess.run channel=1 process=2]
    1.000 step-ended task=3 [location=0:7 call=create_subprocess_exec]
    1.000 step-ended task=5 [call=BaseEventLoop.connect_read_pipe]
    1.000 step-ended task=5
    1.000 step-ended task=3 [location=0:8 call=Process.communicate process=4]
    1.000 step-ended task=6
    1.000 channel-opened channel=2 type=pipe name="stdout of sleep 1"
    1.000 step-ended task=7 [call=StreamReader.read channel=2]
    1.000 step-ended task=8
    1.000 parked agent=4 [untilNs=2000003000]
    2.000 step-ended task=7
    2.000 step-ended task=3
    2.000 step-ended task=9
    2.000 step-ended task=10
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
