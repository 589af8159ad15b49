/** Whether a program that is stuck waits for clients alone, and serves, or for itself, for ever. */
import { expect, it } from 'vitest';
import { runPython } from './run-python.ts';

const outcomeOf = async (source: string) => (await runPython(source)).outcome.kind;

/** A program that listens, and then does this in its main coroutine. */
const listening = (rest: string, before = '') => `
import asyncio, queue, sys, threading, time

async def handle(reader, writer):
    writer.write(await reader.readline())
    writer.close()
${before}
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    ${rest}

asyncio.run(main())
`;

it.each([
  ['serve_forever', listening('await server.serve_forever()')],
  ['an event that no one sets', listening('await asyncio.Event().wait()')],
  ['a future', listening('await asyncio.Future()')],
  [
    'serve_forever, after a client that came and went',
    listening(`
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hello\\n")
    await reader.read()
    writer.close()
    await server.serve_forever()`),
  ],
  [
    'work that clients would bring, behind a lock',
    listening(
      `
    lock, work = asyncio.Lock(), asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker(lock, work))
        group.create_task(worker(lock, work))
        await asyncio.to_thread(time.sleep, 1)`,
      `
async def worker(lock, work):
    async with lock:
        await work.get()
`,
    ),
  ],
  [
    'clients, beside a thread that ends last',
    listening(`
    threading.Thread(target=time.sleep, args=[1]).start()
    await server.serve_forever()`),
  ],
  [
    'run_forever',
    `
    import asyncio

    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.start_server(print, "127.0.0.1", 0))
    loop.run_forever()
    `,
  ],
  [
    'datagrams',
    `
    import asyncio

    async def main():
        loop = asyncio.get_running_loop()
        await loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, local_addr=("127.0.0.1", 9999))
        await asyncio.Event().wait()

    asyncio.run(main())
    `,
  ],
  [
    'an accept that nobody answers',
    `
    import socket

    socket.create_server(("127.0.0.1", 8000)).accept()
    `,
  ],
  [
    'a child that serves',
    `
    import asyncio, sys

    CHILD = """
    import asyncio
    async def main():
        server = await asyncio.start_server(print, "127.0.0.1", 7777)
        await server.serve_forever()
    asyncio.run(main())
    """

    async def main():
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD)
        await child.wait()

    asyncio.run(main())
    `,
  ],
])('says that a program serves which waits for %s', async (_, source) => {
  expect(await outcomeOf(source)).toBe('serving');
});

it.each([
  [
    'a client of its own waits for an answer',
    listening(`
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"no newline")
    asyncio.create_task(reader.read())
    await server.serve_forever()`),
  ],
  [
    'its client has failed, and somebody waits for what should have come of it',
    listening(
      `
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    await loop.create_connection(lambda: Client(done), "127.0.0.1", 8888)
    await done`,
      `
class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
    def connection_made(self, transport):
        transport.write(b"hello\\n")
    def data_received(self, data):
        self.done.set_result(data[100])
`,
    ),
  ],
  [
    'main waits for a lock that it holds',
    listening(`
    lock = asyncio.Lock()
    await lock.acquire()
    async with lock:
        await server.serve_forever()`),
  ],
  [
    'the holder of a lock is gone',
    listening(
      `
    lock = asyncio.Lock()
    await asyncio.create_task(take(lock))
    await asyncio.gather(server.serve_forever(), take(lock))`,
      `
async def take(lock):
    await lock.acquire()
`,
    ),
  ],
  [
    'two tasks await each other',
    listening(
      `
    tasks = []
    tasks.append(asyncio.create_task(other(tasks, 1)))
    tasks.append(asyncio.create_task(other(tasks, 0)))
    await server.serve_forever()`,
      `
async def other(tasks, index):
    await asyncio.sleep(1)
    await tasks[index]
`,
    ),
  ],
  [
    'a thread waits for a lock that nobody releases',
    listening(
      `
    lock = threading.Lock()
    lock.acquire()
    threading.Thread(target=take, args=[lock]).start()
    await server.serve_forever()`,
      `
def take(lock):
    with lock:
        pass
`,
    ),
  ],
  ['its loop stands in a blocking call', listening('queue.Queue().get()')],
  [
    'it is not told to accept anyone',
    listening('await asyncio.Event().wait()').replace('8888)', '8888, start_serving=False)'),
  ],
  [
    'a child stands in a write to a pipe that nobody reads',
    listening(`
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('x' * 500_000)", stdout=-1)
    await asyncio.gather(server.serve_forever(), child.wait())`),
  ],
  [
    'it has sent itself a datagram, and waits for more',
    `
    import asyncio

    async def main():
        loop = asyncio.get_running_loop()
        await loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, local_addr=("127.0.0.1", 9999))
        client, _ = await loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, remote_addr=("127.0.0.1", 9999))
        client.sendto(b"hello")
        await loop.create_future()

    asyncio.run(main())
    `,
  ],
])('says deadlock where a program listens, but %s', async (_, source) => {
  expect(await outcomeOf(source)).toBe('deadlocked');
});
