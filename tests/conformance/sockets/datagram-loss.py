# Datagrams to a port where nobody listens are lost, without a word; a timeout notices.
import asyncio
import socket


class Listener(asyncio.DatagramProtocol):
    def __init__(self):
        self.heard = []

    def datagram_received(self, data, address):
        self.heard.append(data)


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        nowhere = sock.getsockname()
    sender, answers = await loop.create_datagram_endpoint(
        Listener, local_addr=("127.0.0.1", 0)
    )
    sender.sendto(b"anyone there?", nowhere)
    await asyncio.sleep(0.1)
    print(answers.heard)
    late, listener = await loop.create_datagram_endpoint(Listener, local_addr=nowhere)
    for number in range(3):
        sender.sendto(b"number %d" % number, nowhere)
    await asyncio.sleep(0.1)
    print(listener.heard)
    sender.close()
    late.close()


asyncio.run(main())
