import asyncio


class Printer(asyncio.DatagramProtocol):
    def datagram_received(self, data, address):
        print(data)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Printer, local_addr=("127.0.0.1", 9100))
    await asyncio.Event().wait()


asyncio.run(main())
