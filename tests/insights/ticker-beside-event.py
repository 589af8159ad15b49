import asyncio


async def heartbeat():
    while True:
        await asyncio.sleep(2)


async def main():
    beat = asyncio.create_task(heartbeat())
    stop = asyncio.Event()
    await stop.wait()
    beat.cancel()


asyncio.run(main())
