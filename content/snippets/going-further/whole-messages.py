import asyncio


async def serve(reader, writer):
    while data := await reader.readline():
        print("received", data)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"two teas\none cof")
        await asyncio.sleep(1)
        writer.write(b"fee\n")
        writer.close()
        await asyncio.sleep(1)


asyncio.run(main())
