import asyncio

guests = {}


async def serve(reader, writer):
    try:
        guests[writer] = (await reader.readline()).strip() + b": "
        async for line in reader:
            for guest in guests:
                if guest.transport.get_write_buffer_size() > 1_000_000:
                    guest.transport.abort()
                elif guest is not writer:
                    guest.write(guests[writer] + line)
    except (OSError, ValueError):
        pass  # reset by the guest, or a line of more than 64 KiB
    finally:
        guests.pop(writer, None)
        writer.close()


async def chat(name, seconds, words, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name + b"\n")
    later = asyncio.get_running_loop().call_later
    later(seconds, writer.write, words + b"\n")
    later(4, writer.close)
    async for line in reader:
        print(name.decode(), "hears", line.decode().strip())


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.TaskGroup() as group:
        group.create_task(chat(b"Ann", 1, b"Who is there?", port))
        group.create_task(chat(b"Ben", 2, b"It is me.", port))


asyncio.run(main())
