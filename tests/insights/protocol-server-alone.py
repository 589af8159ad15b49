import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


loop = asyncio.new_event_loop()
server = loop.run_until_complete(loop.create_server(Echo, "127.0.0.1", 7000))
print("listening")
loop.run_forever()
