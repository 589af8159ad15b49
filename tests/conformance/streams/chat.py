# A chat room: what one says, all the others hear; joining and leaving are announced.
import asyncio

members = {}


def tell(text, but=None):
    for name, writer in members.items():
        if name != but:
            writer.write(f"{text}\n".encode())


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    tell(f"* {name} joins")
    members[name] = writer
    async for line in reader:
        tell(f"{name}: {line.decode().strip()}", but=name)
    del members[name]
    tell(f"* {name} leaves")
    writer.close()


async def guest(port, name, says, heard):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    for pause, line in says:
        await asyncio.sleep(pause)
        writer.write(f"{line}\n".encode())
    await asyncio.sleep(0.1)
    writer.write_eof()
    heard[name] = [line.decode().strip() async for line in reader]
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    heard = {}
    guests = []
    for name, says in {
        "ada": [(0.4, "hello"), (0.6, "bye")],
        "bob": [(0.5, "hi ada")],
        "eve": [(0.6, "late again")],
    }.items():
        guests.append(asyncio.create_task(guest(port, name, says, heard)))
        await asyncio.sleep(0.1)
    await asyncio.gather(*guests)
    server.close()
    for name in sorted(heard):
        print(name, heard[name])


asyncio.run(main())
