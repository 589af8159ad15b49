import asyncio

async def worker(q):
    await asyncio.sleep(0.1)
    cfg = {}
    await q.put(cfg["name"])

async def handle(r, w):
    w.close()

async def main():
    q = asyncio.Queue()
    await asyncio.start_server(handle, "127.0.0.1", 8302)
    t = asyncio.create_task(worker(q))
    print("name:", await q.get())

asyncio.run(main())
