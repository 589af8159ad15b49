import asyncio


async def heartbeat(stop):
    try:
        while not stop.is_set():
            print("still here")
            try:
                async with asyncio.timeout(2):
                    await stop.wait()
            except TimeoutError:
                pass
    finally:
        await asyncio.sleep(0.5)
        print("connection closed")


async def main():
    stop = asyncio.Event()
    beats = asyncio.create_task(heartbeat(stop))
    await asyncio.sleep(5)
    print("the work is done")
    stop.set()
    await beats
    print("switching off")


asyncio.run(main())
