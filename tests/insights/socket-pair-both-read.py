import asyncio, socket

async def side(sock, name):
    loop = asyncio.get_running_loop()
    data = await loop.sock_recv(sock, 100)
    await loop.sock_sendall(sock, b"re: " + data)

async def main():
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    await asyncio.gather(side(a, "a"), side(b, "b"))

asyncio.run(main())
