import asyncio

visits = []


async def listen(address, heard, patience, longest=30):
    pause = 1
    while True:
        try:
            async with asyncio.timeout(patience):
                reader, writer = await asyncio.open_connection(*address)
            try:
                while True:
                    async with asyncio.timeout(patience):
                        heard(await reader.readuntil(b"\n"))
                    pause = 1
            finally:
                writer.transport.abort()
        except (OSError, EOFError) as error:
            print(f"{type(error).__name__}; again in {pause} s")
        await asyncio.sleep(pause)
        pause = min(2 * pause, longest)


async def radio(reader, writer):
    visits.append(writer)
    await asyncio.sleep(60 if len(visits) == 2 else 1)
    writer.write(b"news %d\n" % len(visits))
    writer.close()


async def main():
    server = await asyncio.start_server(radio, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    async with asyncio.TaskGroup() as group:
        listening = group.create_task(listen(address, print, patience=3))
        await asyncio.sleep(9.5)
        listening.cancel()


asyncio.run(main())
