# write_eof ends one direction only: the server reads to the end, then answers.
import asyncio


async def handle(reader, writer):
    data = await reader.read()
    print("server read all:", data, reader.at_eof())
    await asyncio.sleep(0.1)
    writer.write(f"{len(data)} bytes, thank you".encode())
    writer.write_eof()
    await asyncio.sleep(0.1)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print("can write eof:", writer.can_write_eof())
    writer.writelines([b"one ", b"two ", b"three"])
    await asyncio.sleep(0.1)
    writer.write_eof()
    print("client still open:", not writer.is_closing())
    print("client got", await reader.read())
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
