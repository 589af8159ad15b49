import asyncio


async def fetch(n):
    await asyncio.sleep(n)


async def main():
    both = asyncio.gather(fetch(1), fetch(2))
    asyncio.get_running_loop().call_later(1.5, both.cancel)
    try:
        await both
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(main())
