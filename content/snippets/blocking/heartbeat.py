import asyncio
import time


async def heartbeat(every):
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every
        await asyncio.sleep(every)
        late = loop.time() - due
        if late > 0.1:
            print(f"the loop was {late:.1f} s late")


async def handle(request, seconds):
    await asyncio.sleep(1)
    time.sleep(seconds)


async def main():
    beat = asyncio.create_task(heartbeat(0.4))
    await handle("small", 0.05)
    await handle("large", 1.75)
    await asyncio.sleep(1)
    beat.cancel()


asyncio.run(main())
