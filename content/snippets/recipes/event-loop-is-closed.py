import asyncio


async def greet(reader, writer):
    writer.write(b"good morning\n")
    writer.close()


async def connect():
    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    return await asyncio.open_connection(*server.sockets[0].getsockname())


async def talk(reader, writer):
    print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()


_, writer = asyncio.run(connect())  # its loop is closed now
try:
    writer.close()
except RuntimeError as error:
    print("two loops:", error)

with asyncio.Runner() as runner:
    connection = runner.run(connect())
    runner.run(talk(*connection))
print("one loop: all is well")
