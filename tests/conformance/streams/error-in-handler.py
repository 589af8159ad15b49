# An error in a connection's handler is reported to the loop; the server goes on.
import asyncio


async def handle(reader, writer):
    try:
        number = int(await reader.readline())
        writer.write(f"{100 // number}\n".encode())
    finally:
        writer.close()


async def ask(address, text):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(f"{text}\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


async def main():
    reports = []
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: reports.append(type(context["exception"]).__name__)
    )
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    for text in ("5", "0", "many", "20"):
        print(text, await ask(address, text))
    await asyncio.sleep(0.05)
    print(reports)
    server.close()


asyncio.run(main())
