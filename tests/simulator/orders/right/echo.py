import asyncio

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()

async def client(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for n in range(3):
        writer.write(f"{name} {n}\n".encode())
        await writer.drain()
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        a, b = await asyncio.gather(client(port, "ann"), client(port, "bob"))
    assert a == ["ANN 0", "ANN 1", "ANN 2"], a
    assert b == ["BOB 0", "BOB 1", "BOB 2"], b
    print("ok")

asyncio.run(main())
