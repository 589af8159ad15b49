# A second server on the same port is refused; once the first is closed, it may have it.
import asyncio
import errno


async def handle(reader, writer):
    writer.close()


async def main():
    first = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(handle, "127.0.0.1", port)
    except OSError as error:
        print("in use:", errno.errorcode[error.errno])
    first.close()
    await first.wait_closed()
    second = await asyncio.start_server(handle, "127.0.0.1", port)
    print("same port:", second.sockets[0].getsockname()[1] == port)
    third = await asyncio.start_server(handle, "127.0.0.1", 0)
    print("another:", third.sockets[0].getsockname()[1] != port)
    second.close()
    third.close()


asyncio.run(main())
