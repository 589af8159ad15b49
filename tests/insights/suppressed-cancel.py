import asyncio
from contextlib import suppress


async def poll():
    while True:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(1)


async def main():
    poller = asyncio.create_task(poll())
    await asyncio.sleep(1.5)
    poller.cancel()
    await poller


asyncio.run(main())
