import asyncio


async def happens(event, seconds):
    """Whether the event is set within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


async def main():
    bell = asyncio.Event()
    asyncio.get_running_loop().call_later(3, bell.set)
    while not await happens(bell, 2):
        print("still quiet, back to the book")
    print("the bell has rung")


asyncio.run(main())
