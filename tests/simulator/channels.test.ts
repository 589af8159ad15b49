/** What a trace tells of bytes: who waits at which pipe or connection, and what lies in its buffers. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { eventLines } from './event-lines.ts';
import { runPython } from './run-python.ts';

const BYTES: readonly EventKind[] = [
  'server-listening',
  'server-closed',
  'channel-opened',
  'channel-seen',
];
const WAITS: readonly EventKind[] = ['parked', 'step-ended'];

/** What happened to bytes, and who waited for some. */
async function told(source: string, kinds: readonly EventKind[] = BYTES): Promise<string> {
  const trace = await runPython(source);
  const lines = eventLines(trace, [...kinds, ...WAITS])
    .split('\n')
    .filter(
      (line) => !/ (parked|step-ended) /.test(line) || /channel=|server=|process=/.test(line),
    );
  return `${[...lines, trace.outcome.kind].join('\n')}\n`;
}

it('tells that a line was begun, and that both ends of the connection wait to read', async () => {
  const program = `
    import asyncio

    async def handle(reader, writer):
        name = await reader.readline()

    async def main():
        server = await asyncio.start_server(handle, "127.0.0.1", 8890)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8890)
        writer.write(b"bob")
        await writer.drain()
        print(await reader.readline())

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 server-listening server=1 address=127.0.0.1:8890 by=1 location=0:7
    0.000 channel-opened channel=1 type=connection name="127.0.0.1:49152 → 127.0.0.1:8890" server=1
    0.000 channel-seen channel=1 unsent=0 underway=0 unread=0 capacity=2692096 writer=1 reader=4 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=4 [location=0:4 call=StreamReader.readline channel=1]
    0.000 channel-opened channel=2 type=connection name="127.0.0.1:8890 → 127.0.0.1:49152" server=1 back=1
    0.000 channel-seen channel=2 unsent=0 underway=0 unread=0 capacity=2692096 writer=4 reader=1 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=1 [location=0:11 call=StreamReader.readline channel=2]
    0.000 channel-seen channel=1 unsent=0 underway=0 unread=3 capacity=2692096 writer=1 reader=4 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=4 [location=0:4 call=StreamReader.readline channel=1]
    deadlocked
  `),
  );
});

it('tells how many bytes lie where, if a connection is not read from', async () => {
  const program = `
    import asyncio

    async def handle(reader, writer):
        await asyncio.Event().wait()

    async def main():
        server = await asyncio.start_server(handle, "127.0.0.1", 8895)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8895)
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 server-listening server=1 address=127.0.0.1:8895 by=1 location=0:7
    0.000 channel-opened channel=1 type=connection name="127.0.0.1:49152 → 127.0.0.1:8895" server=1
    0.000 channel-seen channel=1 unsent=125952 underway=2692096 unread=0 capacity=2692096 writer=1 reader=4 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=1 [location=0:11 call=StreamWriter.drain channel=1]
    0.000 channel-seen channel=1 unsent=125952 underway=2429952 unread=262144 capacity=2692096 writer=1 reader=4 isWriterOpen=true isReaderOpen=true
    deadlocked
  `),
  );
});

it('tells where a child stands that writes to a pipe nobody reads, and that its parent awaits it', async () => {
  const program = `
    import asyncio, sys

    async def main():
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-c", "print('x' * 150_000)", stdout=asyncio.subprocess.PIPE,
            limit=1000)
        await child.wait()

    asyncio.run(main())
  `;
  expect(await told(program, [...BYTES, 'process-started', 'file-seen'])).toBe(
    dedent(`
    0.000 process-started process=2 command="python -c \\"print('x' * 150_000)\\"" pid=4202 parent=1 location=0:4
    0.000 step-ended task=1 [location=0:7 call=Process.wait process=2]
    0.000 channel-opened channel=1 type=pipe name="stdout of python -c …"
    0.000 channel-seen channel=1 unsent=0 underway=65536 unread=0 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    0.000 file-seen file=1 name=<string> source="print('x' * 150_000)"
    0.000 parked agent=2 [location=1:1 call=write channel=1]
    0.000 parked agent=2 [location=1:1 call=write channel=1]
    0.000 channel-seen channel=1 unsent=0 underway=65536 unread=65536 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    deadlocked
  `),
  );
});

it('tells both waits where parent and child each write and neither reads', async () => {
  const program = `
    import asyncio, sys

    async def main():
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-c", "print('x' * 500_000)", stdin=-1, stdout=-1)
        child.stdin.write(bytes(200_000))
        await child.stdin.drain()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 channel-opened channel=1 type=pipe name="stdin of python -c …"
    0.000 channel-seen channel=1 unsent=134464 underway=65536 unread=0 capacity=65536 writer=1 reader=2 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=1 [location=0:7 call=StreamWriter.drain channel=1]
    0.000 channel-opened channel=2 type=pipe name="stdout of python -c …"
    0.000 channel-seen channel=2 unsent=0 underway=65536 unread=0 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    0.000 parked agent=2 [location=1:1 call=write channel=2]
    0.000 parked agent=2 [location=1:1 call=write channel=2]
    0.000 channel-seen channel=2 unsent=0 underway=65536 unread=65536 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    0.000 parked agent=2 [location=1:1 call=write channel=2]
    0.000 channel-seen channel=2 unsent=0 underway=65536 unread=131072 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    0.000 parked agent=2 [location=1:1 call=write channel=2]
    0.000 channel-seen channel=2 unsent=0 underway=65536 unread=196608 capacity=65536 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    deadlocked
  `),
  );
});

it('knows who uses an end by now: the task that reads it last', async () => {
  const program = `
    import asyncio

    async def handle(reader, writer):
        async def answer():
            await asyncio.sleep(1)
            writer.write(b"yes")
        await asyncio.create_task(answer())
        await reader.read()

    async def listen(reader):
        await reader.readexactly(4)

    async def main():
        await asyncio.start_unix_server(handle, "door")
        reader, writer = await asyncio.open_unix_connection("door")
        await asyncio.gather(listen(reader), asyncio.sleep(2))

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 server-listening server=1 address=door by=1 location=0:14
    0.000 channel-opened channel=1 type=connection name="door → client" server=1
    0.000 channel-seen channel=1 unsent=0 underway=0 unread=0 capacity=212992 reader=3 isWriterOpen=true isReaderOpen=true
    0.000 step-ended task=3 [location=0:11 call=StreamReader.readexactly channel=1]
    1.000 channel-opened channel=2 type=connection name="client → door" server=1 back=1
    1.000 channel-seen channel=2 unsent=0 underway=0 unread=0 capacity=212992 writer=3 reader=5 isWriterOpen=true isReaderOpen=true
    1.000 step-ended task=5 [location=0:8 call=StreamReader.read channel=2]
    1.000 channel-seen channel=1 unsent=0 underway=0 unread=3 capacity=212992 writer=5 reader=3 isWriterOpen=true isReaderOpen=true
    1.000 step-ended task=3 [location=0:11 call=StreamReader.readexactly channel=1]
    deadlocked
  `),
  );
});

it('tells what the loop waits for in calls on bare sockets', async () => {
  const program = `
    import asyncio, socket

    async def serve(loop, listener):
        connection, _ = await loop.sock_accept(listener)
        await loop.sock_recv(connection, 100)
        await loop.sock_sendall(connection, bytes(5_000_000))

    async def main():
        loop = asyncio.get_running_loop()
        listener = socket.create_server(("127.0.0.1", 8000))
        client = socket.socket()
        listener.setblocking(False)
        client.setblocking(False)
        serving = asyncio.create_task(serve(loop, listener))
        await asyncio.sleep(1)
        await loop.sock_connect(client, ("127.0.0.1", 8000))
        await asyncio.sleep(1)
        await loop.sock_sendall(client, b"hello")
        await serving

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 server-listening server=1 address=127.0.0.1:8000 by=1 location=0:10
    0.000 step-ended task=2 [location=0:4 call=BaseSelectorEventLoop.sock_accept server=1]
    1.000 channel-opened channel=1 type=connection name="127.0.0.1:49152 → 127.0.0.1:8000" server=1
    1.000 channel-seen channel=1 unsent=0 underway=0 unread=0 capacity=2692096 writer=1 reader=2 isWriterOpen=true isReaderOpen=true
    1.000 step-ended task=2 [location=0:5 call=BaseSelectorEventLoop.sock_recv channel=1]
    2.000 channel-opened channel=2 type=connection name="127.0.0.1:8000 → 127.0.0.1:49152" server=1 back=1
    2.000 channel-seen channel=2 unsent=0 underway=2692096 unread=0 capacity=2692096 writer=2 reader=1 isWriterOpen=true isReaderOpen=true
    2.000 step-ended task=2 [location=0:6 call=BaseSelectorEventLoop.sock_sendall channel=2]
    deadlocked
  `),
  );
});

it('tells of a server when it begins to listen, who waits for its clients, and when it is closed', async () => {
  const program = `
    import asyncio

    async def close(server):
        await asyncio.sleep(1)
        server.close()

    async def main():
        server = await asyncio.start_server(print, "127.0.0.1", 8888)
        asyncio.create_task(close(server))
        try:
            await server.serve_forever()
        except asyncio.CancelledError:
            pass

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 server-listening server=1 address=127.0.0.1:8888 by=1 location=0:8
    0.000 step-ended task=1 [location=0:11 call=Server.serve_forever server=1]
    1.000 server-closed server=1
    exited
  `),
  );
});

it('takes no class of the program for one of asyncio, whatever it is called', async () => {
  const program = `
    import asyncio

    class StreamReader:
        _transport = None
        async def _wait_for_data(self, name):
            await asyncio.get_running_loop().create_future()

    asyncio.run(StreamReader()._wait_for_data("read"))
  `;
  expect(await told(program)).toBe('deadlocked\n');
});
