import asyncio, os

async def main():
    loop = asyncio.get_running_loop()
    rfd, wfd = os.pipe()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(rfd, "rb"))
    os.write(wfd, b"hello")
    print(await reader.read())

asyncio.run(main())
