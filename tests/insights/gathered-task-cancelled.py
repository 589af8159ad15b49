import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)


async def main():
    slow = asyncio.create_task(fetch(3))
    both = asyncio.gather(fetch(1), slow)
    await asyncio.sleep(0.5)
    slow.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print("cancelled?", asyncio.current_task().cancelling())
    await asyncio.sleep(1)


asyncio.run(main())
