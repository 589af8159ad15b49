# The server hangs up on a client that says nothing; a client gives up on a slow server.
import asyncio


async def handle(reader, writer):
    try:
        while line := await asyncio.wait_for(reader.readline(), 0.3):
            if line == b"slow\n":
                await asyncio.sleep(0.5)
            writer.write(b"you said " + line)
            await writer.drain()
    except TimeoutError:
        print("server hangs up")
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"hello\n")
    for _ in range(2):
        line = await reader.readline()
        print("client read", line)
    writer.close()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"slow\n")
    try:
        async with asyncio.timeout(0.2):
            await reader.readline()
    except TimeoutError:
        print("client gives up")
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
