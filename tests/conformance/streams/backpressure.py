# drain waits while the other side does not read, and goes on when it does.
import asyncio
import time

start = time.monotonic()
SIZE = 8 * 1024 * 1024


async def handle(reader, writer):
    await asyncio.sleep(0.4)
    print("server begins to read")
    received = 0
    while data := await reader.read(1024 * 1024):
        received += len(data)
    print("server received all:", received == SIZE)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"small")
    await writer.drain()
    print("a small write drains at once:", time.monotonic() - start < 0.3)
    writer.write(bytes(SIZE - 5))
    print("buffered:", writer.transport.get_write_buffer_size() > 1024 * 1024)
    await writer.drain()
    print("drain waited:", time.monotonic() - start >= 0.4)
    writer.write_eof()
    await reader.read()
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
