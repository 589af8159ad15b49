# An uncaught exception: what was printed stays, atexit runs, the status is 1.
import asyncio
import atexit

atexit.register(print, "atexit")


async def helper():
    try:
        await asyncio.sleep(10)
    finally:
        print("helper cleaned up")


async def main():
    helping = asyncio.create_task(helper())
    print("about to fail")
    await asyncio.sleep(0.05)
    raise KeyError("price")


asyncio.run(main())
print("never printed")
