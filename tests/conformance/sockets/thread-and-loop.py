# A blocking client in a thread talks to an asyncio server in the same program.
import asyncio
import socket


async def handle(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(0.1)
        writer.write(line.swapcase())
        await writer.drain()
    writer.close()


def client(address):
    answers = []
    with socket.create_connection(address, timeout=2) as sock, sock.makefile("rw") as file:
        for word in ("Hello", "World"):
            file.write(f"{word}\n")
            file.flush()
            answers.append(file.readline().strip())
    return answers


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    begun = asyncio.get_running_loop().time()
    print(await asyncio.to_thread(client, address))
    print(await asyncio.gather(*(asyncio.to_thread(client, address) for _ in range(2))))
    print(asyncio.get_running_loop().time() - begun >= 0.4)
    server.close()


asyncio.run(main())
