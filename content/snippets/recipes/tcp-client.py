import asyncio
from contextlib import suppress


async def ask(host, port, question, seconds):
    async with asyncio.timeout(seconds):
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(f"{question}\n".encode())
            await writer.drain()
            answer = await reader.readuntil(b"\n")
            writer.close()
            with suppress(OSError):  # the answer is here
                await writer.wait_closed()
            return answer.decode().strip()
        except BaseException:
            writer.transport.abort()  # don't wait for what is unsent
            raise


async def clerk(reader, writer):
    question = await reader.readline()
    if question == b"time?\n":
        await asyncio.sleep(1)
        writer.write(b"half past nine\n")
    elif question == b"meaning of life?\n":
        await reader.read()  # says nothing until you hang up
    writer.close()


async def main():
    server = await asyncio.start_server(clerk, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    async with server:
        for question in ("time?", "meaning of life?", "hang up"):
            try:
                print(await ask(*address, question, seconds=3))
            except (TimeoutError, OSError, EOFError) as error:
                print("no answer:", type(error).__name__)


asyncio.run(main())
