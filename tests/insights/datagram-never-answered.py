import asyncio

class Ask(asyncio.DatagramProtocol):
    def __init__(self, answer):
        self.answer = answer

    def connection_made(self, transport):
        transport.sendto(b"time?", ("127.0.0.1", 5555))

    def datagram_received(self, data, addr):
        self.answer.set_result(data)

async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    await loop.create_datagram_endpoint(lambda: Ask(answer), local_addr=("127.0.0.1", 0))
    print(await answer)

asyncio.run(main())
