import asyncio


class ChatServer:
    def __init__(self):
        self.clients = {}

    async def handle(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.clients[name] = writer
        writer.write(b"welcome\n")
        async for line in reader:
            target, text = line.decode().strip().split(":", 1)
            self.clients[target].write(text.encode() + b"\n")


async def join(name):
    r, w = await asyncio.open_connection("127.0.0.1", 5555)
    w.write(name.encode() + b"\n")
    await r.readline()
    return r, w


async def main():
    server = await asyncio.start_server(ChatServer().handle, "127.0.0.1", 5555)
    ra, wa = await join("ann")
    rb, wb = await join("ben")
    wa.write(b"bob: hi\n")
    print(await rb.readline())


asyncio.run(main())
