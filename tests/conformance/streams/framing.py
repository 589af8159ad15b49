# Messages with a length before them, some split over several writes, over one connection.
import asyncio
import json
import struct


async def send(writer, message, pieces=1):
    body = json.dumps(message).encode()
    data = struct.pack("!I", len(body)) + body
    size = -(-len(data) // pieces)
    for offset in range(0, len(data), size):
        writer.write(data[offset : offset + size])
        await writer.drain()
        await asyncio.sleep(0.01)


async def receive(reader):
    (length,) = struct.unpack("!I", await reader.readexactly(4))
    return json.loads(await reader.readexactly(length))


async def handle(reader, writer):
    try:
        while True:
            request = await receive(reader)
            await send(writer, {"id": request["id"], "sum": sum(request["numbers"])}, pieces=3)
    except asyncio.IncompleteReadError as error:
        print("client left", error.partial)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for number in range(3):
        await send(writer, {"id": number, "numbers": list(range(number + 2))}, pieces=number + 1)
    for _ in range(3):
        print(await receive(reader))
    writer.close()
    await asyncio.sleep(0.1)
    server.close()


asyncio.run(main())
