# A server and a client on a Unix socket, found by its path.
import asyncio
import os
import tempfile


async def handle(reader, writer):
    async for line in reader:
        writer.write(f"{len(line) - 1} letters\n".encode())
        await writer.drain()
    writer.close()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "letters.sock")
        try:
            await asyncio.open_unix_connection(path)
        except FileNotFoundError:
            print("no such socket")
        server = await asyncio.start_unix_server(handle, path)
        print(os.path.exists(path), server.sockets[0].getsockname() == path)
        reader, writer = await asyncio.open_unix_connection(path)
        for word in ("asyncio", "loop"):
            writer.write(f"{word}\n".encode())
            print(await reader.readline())
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        server.close()
        await server.wait_closed()


asyncio.run(main())
