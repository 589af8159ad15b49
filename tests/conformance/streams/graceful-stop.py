# A server that stops taking new clients and lets those it has finish.
import asyncio

busy = set()


async def handle(reader, writer):
    busy.add(asyncio.current_task())
    name = (await reader.readline()).decode().strip()
    print("begins", name)
    await asyncio.sleep(0.3)
    writer.write(f"done {name}\n".encode())
    await writer.drain()
    writer.close()
    busy.discard(asyncio.current_task())


async def request(port, name, after):
    await asyncio.sleep(after)
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        return f"refused {name}"
    writer.write(f"{name}\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    clients = [
        asyncio.create_task(request(port, name, after))
        for name, after in (("a", 0), ("b", 0.1), ("late", 0.3))
    ]
    await asyncio.sleep(0.2)
    server.close()
    print("closed; still busy:", len(busy))
    await asyncio.gather(*busy)
    print("all served; busy:", len(busy))
    print(await asyncio.gather(*clients))


asyncio.run(main())
