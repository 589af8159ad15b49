import asyncio


async def serve(reader, writer):
    try:
        while True:
            size = int.from_bytes(await reader.readexactly(2))
            print("picture:", await reader.readexactly(size))
    except asyncio.IncompleteReadError:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"\x00\x05sk\n")
        await asyncio.sleep(2)
        writer.write(b"y!")
        writer.close()
        await asyncio.sleep(1)


asyncio.run(main())
