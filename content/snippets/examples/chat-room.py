"""A chat server on streams, and three people who come, talk and go."""

import asyncio

room = {}


def tell_everyone(text, but=None):
    for writer in room:
        if writer.transport.get_write_buffer_size() > 1_000_000:
            writer.transport.abort()  # reads nothing of what it is sent
        elif writer is not but:
            writer.write(f"{text}\n".encode())


async def serve(reader, writer):
    try:
        room[writer] = name = (await reader.readline()).decode().strip()
        tell_everyone(f"* {name} came in", but=writer)
        async for line in reader:
            tell_everyone(f"{name}: {line.decode().strip()}", but=writer)
    except (OSError, ValueError):
        pass  # reset by the guest, or a line of more than 64 KiB
    finally:
        if room.pop(writer, None):
            tell_everyone(f"* {name} left")
        writer.close()


async def listen(name, reader):
    async for line in reader:
        print(f"[{name}'s screen] {line.decode().strip()}")


async def person(port, name, comes, says, leaves):
    await asyncio.sleep(comes)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    async with asyncio.TaskGroup() as group:
        group.create_task(listen(name, reader), name=f"{name} listens")
        await asyncio.sleep(1)
        writer.write(f"{says}\n".encode())
        await asyncio.sleep(leaves - comes - 1)
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with asyncio.TaskGroup() as group:
        for name, *visit in [
            ("Ida", 0.0, "Is anyone here?", 6.0),
            ("Jon", 0.5, "I am!", 5.0), ("Kim", 3.0, "Hello, you two.", 4.5),
        ]:
            group.create_task(person(port, name, *visit), name=name)
    server.close()
    print("the room is empty")


asyncio.run(main())
