import asyncio
import gc


async def watch(event):
    await event.wait()


async def main():
    asyncio.create_task(watch(asyncio.Event()))
    await asyncio.sleep(0.1)
    gc.collect()
    await asyncio.sleep(0.1)


asyncio.run(main())
