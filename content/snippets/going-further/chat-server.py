import asyncio

members = {}


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    members[name] = writer
    try:
        async for line in reader:
            for to in [w for w in members.values() if w is not writer]:
                to.write(f"{name}: ".encode() + line)
                await to.drain()
    finally:
        del members[name]
        writer.close()


async def chat(name, seconds, words, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, writer.write, f"{words}\n".encode())
    try:
        async with asyncio.timeout(4):
            async for line in reader:
                print(f"{name} hears", line.decode().strip())
    except TimeoutError:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.TaskGroup() as group:
        group.create_task(chat("Ann", 1, "Who is there?", port))
        group.create_task(chat("Ben", 2, "It is me.", port))


asyncio.run(main())
