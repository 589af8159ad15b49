"""How much slower programs are while they are recorded: each in turns with and without, in one process."""

import asyncio
import importlib.util
import sys
import time

ROUNDS = 7
sys.dont_write_bytecode = True


def load(path):
    spec = importlib.util.spec_from_file_location("loopscope_record", path)
    module = sys.modules["loopscope_record"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def switching(rounds=30_000):
    async def switch():
        for _ in range(rounds):
            await asyncio.sleep(0)

    await asyncio.gather(switch(), switch())


async def echo(rounds=400):
    async def handle(reader, writer):
        while line := await reader.readline():
            writer.write(line)
            await writer.drain()
        writer.close()

    async def client(port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(rounds):
            writer.write(b"x" * 100 + b"\n")
            await writer.drain()
            await reader.readline()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(*(client(port) for _ in range(10)))


async def queue(rounds=5_000):
    items = asyncio.Queue(1)

    async def produce():
        for number in range(rounds):
            await items.put(number)

    producer = asyncio.create_task(produce())
    for _ in range(rounds):
        await items.get()
    await producer


def seconds(program):
    # What is imported and looked at only once is no cost of each step.
    asyncio.run(program(5))
    began = time.process_time()
    asyncio.run(program())
    return time.process_time() - began


def main(path):
    recorder = load(path)
    for program in (switching, echo, queue):
        plain, recorded = [], []
        for _ in range(ROUNDS):
            plain.append(seconds(program))
            recorder.start()
            recorded.append(seconds(program))
            recorder.stop()
        before, after = min(plain) * 1e3, min(recorded) * 1e3
        print(f"{program.__name__:10} {after:8.1f} ms recorded, {before:8.1f} ms not: {after / before:.2f} times")


main(sys.argv[1])
