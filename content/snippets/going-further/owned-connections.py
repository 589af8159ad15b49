import asyncio


async def serve(reader, writer):
    try:
        async for order in reader:
            await asyncio.sleep(3)
            writer.write(b"here is your " + order)
    except OSError as error:
        print("a guest is lost:", error)
    finally:
        writer.close()


async def guest(address):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"coffee\n")
    print((await reader.readline()).decode().strip())
    writer.close()


async def main():
    async with asyncio.TaskGroup() as connections:
        def accept(reader, writer):
            connections.create_task(serve(reader, writer))

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        address = server.sockets[0].getsockname()
        connections.create_task(guest(address))
        await asyncio.sleep(1)
        server.close()
        print("the door is closed")
    print("the last guest has left")


asyncio.run(main())
