import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("not now")
            await asyncio.sleep(3)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
