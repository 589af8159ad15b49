# read, readexactly, readline and readuntil on the same stream, and how each ends.
import asyncio


async def handle(reader, writer):
    for piece in (b"12345", b"67890 line one\nline two\n", b"key=value;rest"):
        writer.write(piece)
        await asyncio.sleep(0.05)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.readexactly(7))
    print(await reader.read(2))
    print(await reader.readline())
    print(await reader.readuntil(b"\n"))
    print(await reader.readuntil(b"="), await reader.readuntil(b";"))
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error.partial, error.expected)
    print(reader.at_eof(), await reader.read(), await reader.readline())
    try:
        await reader.readuntil(b"!")
    except asyncio.IncompleteReadError as error:
        print(error)
    writer.close()
    server.close()


asyncio.run(main())
