import asyncio


async def subscriber(name, event):
    while not event.is_set():
        await asyncio.sleep(0)
    print(name, "start")


async def main():
    event = asyncio.Event()
    subs = [asyncio.create_task(subscriber(f"s{i}", event)) for i in range(2)]
    await asyncio.sleep(0.1)
    event.set()
    event.clear()
    await asyncio.wait(subs, timeout=1)
    print("pending", sum(not s.done() for s in subs))


asyncio.run(main())
