import asyncio


class LineServer:
    def __init__(self):
        self.seen = []

    async def client(self, reader, writer):
        while True:
            line = await reader.readline()
            if line.strip():
                self.seen.append(line)

    async def run(self):
        srv = await asyncio.start_server(self.client, "127.0.0.1", 9911)
        _, w = await asyncio.open_connection("127.0.0.1", 9911)
        w.writelines([b"one\n", b"two\n"])
        await w.drain()
        w.close()
        await asyncio.sleep(0.5)
        print(self.seen)
        srv.close()


asyncio.run(LineServer().run())
