# serve_forever until cancelled; start_serving=False; async with closes the server.
import asyncio


async def handle(reader, writer):
    writer.write(b"served")
    writer.close()


async def fetch(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    data = await reader.read()
    writer.close()
    return data


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    port = server.sockets[0].getsockname()[1]
    print("serving", server.is_serving())

    async def serve():
        async with server:
            await server.serve_forever()

    task = asyncio.create_task(serve())
    await asyncio.sleep(0.05)
    print("serving", server.is_serving(), await fetch(port))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("serve_forever cancelled; serving", server.is_serving())
    print(server.get_loop() is asyncio.get_running_loop(), len(server.sockets))


asyncio.run(main())
