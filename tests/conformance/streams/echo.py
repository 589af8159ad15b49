# An echo server and one client: lines there and back, then end of file on both sides.
import asyncio


async def handle(reader, writer):
    while line := await reader.readline():
        print("server got", line)
        writer.write(line.upper())
        await writer.drain()
    print("server sees the end")
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(host, port > 0, server.is_serving())
    reader, writer = await asyncio.open_connection(host, port)
    for word in ("hello", "world"):
        writer.write(f"{word}\n".encode())
        await writer.drain()
        print("client got", await reader.readline())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    server.close()
    await server.wait_closed()
    print(server.is_serving())


asyncio.run(main())
