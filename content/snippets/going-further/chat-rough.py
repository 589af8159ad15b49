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


async def enter(name, server):
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(name + b"\n")
    return reader, writer


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    names = (b"Ann", b"Ann", b"Deaf", b"Ben")
    ann, other_ann, deaf, ben = [await enter(n, server) for n in names]
    ann[1].close()
    for _ in range(300):
        ben[1].write(60_000 * b"!" + b"\n")
        await other_ann[0].readline()
    print("still here:", list(guests.values()))


asyncio.run(main())
