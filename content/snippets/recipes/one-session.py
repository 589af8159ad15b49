import asyncio
from contextlib import closing


class Session:
    def __init__(self, address):
        self.address, self.streams, self.line = address, None, asyncio.Lock()

    async def get(self, page):
        async with self.line, asyncio.timeout(5):
            try:
                self.streams = reader, writer = self.streams or (
                    await asyncio.open_connection(*self.address))
                writer.write(f"GET {page}\n".encode())
                return (await reader.readuntil(b"\n")).decode().strip()
            except BaseException:
                self.close()  # half an answer may be left in it
                raise

    def close(self):
        if self.streams:
            self.streams[1].transport.abort()
            self.streams = None


async def shop(reader, writer):
    print("a connection is opened")
    async for request in reader:
        await asyncio.sleep(60 if b"stock" in request else 1)
        writer.write(b"about " + request[4:])


async def main():
    server = await asyncio.start_server(shop, "127.0.0.1", 0)
    with closing(Session(server.sockets[0].getsockname())) as session:
        pages = map(session.get, ("tea", "jam", "stock", "cake"))
        print(await asyncio.gather(*pages, return_exceptions=True))


asyncio.run(main())
