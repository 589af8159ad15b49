import asyncio, time

class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        time.sleep(0.5)
        self.transport.write(data)

async def client():
    r, w = await asyncio.open_connection("127.0.0.1", 9100)
    w.write(b"hi")
    print(await r.readexactly(2))
    w.close()
    await w.wait_closed()

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 9100)
    await asyncio.gather(client(), client(), asyncio.sleep(0.1))
    server.close()

asyncio.run(main())
