import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(0.5)
            limit.reschedule(asyncio.get_running_loop().time() + 2)
            await asyncio.sleep(10)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
