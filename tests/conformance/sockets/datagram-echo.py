# Datagrams: an echo endpoint, two clients, messages kept apart.
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        print("server got", data, address[0])
        self.transport.sendto(data.upper(), address)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.received = asyncio.Queue()

    def datagram_received(self, data, address):
        self.received.put_nowait(data)

    def connection_lost(self, error):
        print("client closed", error)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    connected, one = await loop.create_datagram_endpoint(Client, remote_addr=address)
    connected.sendto(b"one")
    connected.sendto(b"two")
    print(await one.received.get(), await one.received.get())
    free, two = await loop.create_datagram_endpoint(Client, local_addr=("127.0.0.1", 0))
    free.sendto(b"three", address)
    print(await two.received.get(), one.received.empty())
    for transport in (connected, free, server):
        transport.close()
    await asyncio.sleep(0.05)
    print(connected.is_closing())


asyncio.run(main())
