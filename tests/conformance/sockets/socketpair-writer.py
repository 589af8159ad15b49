# add_writer: called while there is room; a full socket raises BlockingIOError until it is read.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    sent = 0
    try:
        while True:
            sent += left.send(bytes(4096))
    except BlockingIOError:
        print("full after at least 4096 bytes:", sent >= 4096)
    writable = asyncio.Event()
    loop.add_writer(left, writable.set)
    await asyncio.sleep(0.1)
    print("writable while full:", writable.is_set())
    received = 0
    while received < sent:
        received += len(right.recv(65536))
    await writable.wait()
    print("writable when read; all there:", received == sent)
    print(loop.remove_writer(left), loop.remove_writer(left))
    try:
        right.recv(1)
    except BlockingIOError:
        print("nothing left to read")
    left.close()
    right.close()


asyncio.run(main())
