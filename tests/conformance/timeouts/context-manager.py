# asyncio.timeout: expired or not, rescheduled, without a limit, and timeout_at.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.2) as limit:
        await asyncio.sleep(0.1)
    print("in time", limit.expired())
    try:
        async with asyncio.timeout(0.1) as limit:
            await asyncio.sleep(1)
            print("never printed")
    except TimeoutError:
        print("too late", limit.expired())
    async with asyncio.timeout(0.1) as limit:
        limit.reschedule(loop.time() + 0.4)
        await asyncio.sleep(0.2)
        print("given more time")
    async with asyncio.timeout(None) as limit:
        print("no limit", limit.when())
        await asyncio.sleep(0.05)
    begun = loop.time()
    try:
        async with asyncio.timeout_at(begun + 0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("at", round(loop.time() - begun, 1))
    try:
        async with asyncio.timeout(-1):
            print("still runs up to the first wait")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("was over before it began")


asyncio.run(main())
