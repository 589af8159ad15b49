# loop.sock_*: accept, connect, sendall, recv and recv_into on plain sockets.
import asyncio
import socket


async def serve(loop, listener):
    connection, address = await loop.sock_accept(listener)
    print("accepted from", address[0], connection.getblocking())
    with connection:
        while data := await loop.sock_recv(connection, 5):
            print("server", data)
            await loop.sock_sendall(connection, data[::-1])


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener, socket.socket() as client:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.setblocking(False)
        client.setblocking(False)
        task = asyncio.create_task(serve(loop, listener))
        await loop.sock_connect(client, listener.getsockname())
        await loop.sock_sendall(client, b"abcdefgh")
        received = b""
        while len(received) < 8:
            received += await loop.sock_recv(client, 100)
        print("client", received)
        await loop.sock_sendall(client, b"xyz")
        buffer = bytearray(10)
        count = await loop.sock_recv_into(client, buffer)
        print(count, bytes(buffer[:count]))
        client.shutdown(socket.SHUT_WR)
        print(await loop.sock_recv(client, 10))
        await task


asyncio.run(main())
