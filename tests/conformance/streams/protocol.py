# Protocols and transports: the order of the calls on both sides.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server: made")

    def data_received(self, data):
        print("server: data", data)
        self.transport.write(data[::-1])

    def eof_received(self):
        print("server: eof")

    def connection_lost(self, error):
        print("server: lost", error)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print("client: made", transport.get_extra_info("peername")[0])
        transport.write(b"desserts")
        self.transport = transport

    def data_received(self, data):
        print("client: data", data)
        self.transport.write_eof()

    def connection_lost(self, error):
        print("client: lost", error)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    done = loop.create_future()
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Client(done), "127.0.0.1", port)
    print("connected", protocol.transport is transport)
    await done
    print("closing", transport.is_closing())
    server.close()


asyncio.run(main())
