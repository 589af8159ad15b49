import asyncio


async def ask(host, port, question, seconds):
    async with asyncio.timeout(seconds):
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(f"{question}\n".encode())
            await writer.drain()
            answer = await reader.readline()
        finally:
            writer.close()
    return answer.decode().strip()


async def clerk(reader, writer):
    question = (await reader.readline()).decode().strip()
    await asyncio.sleep(1 if question == "time?" else 9)
    writer.write(b"half past nine\n")
    writer.close()


async def main():
    server = await asyncio.start_server(clerk, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(await ask(host, port, "time?", 3))
    try:
        print(await ask(host, port, "meaning of life?", 3))
    except TimeoutError:
        print("no answer within 3 seconds")


asyncio.run(main())
