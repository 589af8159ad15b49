# sock= arguments: a server on a socket of our own, a stream and a protocol on a socket pair.
import asyncio
import socket


async def handle(reader, writer):
    print("server reads", await reader.readline())
    writer.write(b"from a prepared socket")
    writer.close()


class Printer(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        print("protocol got", data)

    def eof_received(self):
        print("protocol eof")

    def connection_lost(self, error):
        self.lost.set_result(error)


async def main():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(handle, sock=listener)
    client = socket.create_connection(listener.getsockname())
    reader, writer = await asyncio.open_connection(sock=client)
    writer.write(b"ping\n")
    print(await reader.read())
    writer.close()
    server.close()

    left, right = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=left)
    _, printer = await asyncio.get_running_loop().create_connection(Printer, sock=right)
    writer.write(b"over a pair")
    await asyncio.sleep(0.05)
    writer.close()
    print("lost:", await printer.lost)


asyncio.run(main())
