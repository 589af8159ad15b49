# A line longer than the stream's limit is refused; what came stays readable.
import asyncio


async def handle(reader, writer):
    writer.write(b"x" * 100 + b"\nshort\n" + b"y" * 100)
    await asyncio.sleep(0.1)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address, limit=40)
    try:
        await reader.readline()
    except ValueError as error:
        print("readline:", type(error).__name__)
    print(await reader.readline())
    writer.close()
    reader, writer = await asyncio.open_connection(*address, limit=40)
    try:
        await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print("readuntil:", error.consumed)
    print(len(await reader.readexactly(101)), await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
