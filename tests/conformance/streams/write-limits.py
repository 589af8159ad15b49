# With the write buffer's limits at zero, drain waits until all is handed over; limits are told.
import asyncio


async def handle(reader, writer):
    transport = writer.transport
    print("default limits:", transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000)
    print("limits:", transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=10, high=20)
    print("limits:", transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(low=20, high=10)
    except ValueError:
        print("low above high is refused")
    transport.set_write_buffer_limits(high=0)
    for number in range(3):
        writer.write(f"row {number}\n".encode() * 10)
        await writer.drain()
        print("left in the buffer:", transport.get_write_buffer_size())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    data = await reader.read()
    print(len(data), data.count(b"\n"))
    writer.close()
    server.close()


asyncio.run(main())
