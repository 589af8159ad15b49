# add_reader on one end of a socket pair: called when the other end has written, until removed.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    messages = asyncio.Queue()

    def readable():
        data = right.recv(100)
        messages.put_nowait(data)
        if not data:
            print("removed:", loop.remove_reader(right))

    loop.add_reader(right, readable)
    loop.call_later(0.1, left.send, b"hello")
    loop.call_later(0.2, left.send, b"again")
    loop.call_later(0.3, left.close)
    begun = loop.time()
    while data := await messages.get():
        print(round(loop.time() - begun, 1), data)
    print(round(loop.time() - begun, 1), "end")
    print("removed again:", loop.remove_reader(right))
    right.close()


asyncio.run(main())
