import asyncio, socket

async def client():
    await asyncio.sleep(0.1)
    await asyncio.open_connection("127.0.0.1", 8304)

async def main():
    t = asyncio.create_task(client())
    s = socket.socket()
    s.bind(("127.0.0.1", 8304))
    s.listen()
    await asyncio.sleep(0)
    conn, _ = s.accept()
    print("accepted")

asyncio.run(main())
