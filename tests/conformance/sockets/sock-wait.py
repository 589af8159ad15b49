# Cancelling loop.sock_recv loses no data; a blocking socket is refused in debug mode.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    try:
        await asyncio.wait_for(loop.sock_recv(right, 10), 0.1)
    except TimeoutError:
        print("nothing came")
    await loop.sock_sendall(left, b"now")
    print(await loop.sock_recv(right, 10))
    waiting = asyncio.create_task(loop.sock_recv(right, 10))
    await asyncio.sleep(0.05)
    left.close()
    print(await waiting)
    right.close()
    loop.set_debug(True)
    with socket.socket() as blocking:
        try:
            await loop.sock_connect(blocking, ("127.0.0.1", 1))
        except ValueError as error:
            print(error)


asyncio.run(main())
