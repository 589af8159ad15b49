# Clients served at the same time: five answers of 0.2 s each take 0.2 s.
import asyncio
import time


async def handle(reader, writer):
    number = int(await reader.readline())
    await asyncio.sleep(0.2)
    writer.write(f"{number} squared is {number**2}\n".encode())
    writer.close()


async def ask(port, number):
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(f"{number}\n".encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer.decode().strip()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        begun = time.monotonic()
        print(await asyncio.gather(*(ask(port, number) for number in range(5))))
        print("together:", 0.2 <= time.monotonic() - begun < 0.6)


asyncio.run(main())
