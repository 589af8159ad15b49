import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9005)
    async with server:
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve_forever())
            group.create_task(asyncio.Event().wait())


asyncio.run(main())
