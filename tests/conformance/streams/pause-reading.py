# pause_reading holds data back in the transport; resume_reading lets it in.
import asyncio


class Receiver(asyncio.Protocol):
    def __init__(self):
        self.received = bytearray()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += data


async def main():
    loop = asyncio.get_running_loop()
    receiver = Receiver()
    server = await loop.create_server(lambda: receiver, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"first")
    await asyncio.sleep(0.1)
    print(bytes(receiver.received), receiver.transport.is_reading())
    receiver.transport.pause_reading()
    writer.write(b" second")
    await asyncio.sleep(0.1)
    print(bytes(receiver.received), receiver.transport.is_reading())
    receiver.transport.resume_reading()
    await asyncio.sleep(0.1)
    print(bytes(receiver.received))
    receiver.transport.abort()
    await asyncio.sleep(0.1)
    print("aborted", receiver.transport.is_closing())
    writer.close()
    server.close()


asyncio.run(main())
