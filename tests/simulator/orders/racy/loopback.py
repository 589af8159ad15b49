"""A server that takes what one read gives for a whole line."""
import asyncio


async def handle(reader, writer):
    data = await reader.read(100)
    command, _, argument = data.decode().strip().partition(" ")
    writer.write(f"{command.upper()}={argument}\n".encode())
    await writer.drain()
    writer.close()


async def client(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"set ")
    await writer.drain()
    writer.write(b"42\n")
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        answer = await client(port)
    print(answer)
    assert answer == "SET=42", answer


asyncio.run(main())
