# asend, athrow and aclose on an asynchronous generator.
import asyncio


async def running_mean():
    total = count = 0
    mean = None
    try:
        while True:
            try:
                value = yield mean
            except ZeroDivisionError:
                print("reset")
                total = count = 0
                mean = None
                continue
            await asyncio.sleep(0)
            total += value
            count += 1
            mean = total / count
    finally:
        print("closed after", count)


async def main():
    mean = running_mean()
    print(await mean.asend(None))
    print(await mean.asend(10))
    print(await mean.asend(20))
    print(await mean.athrow(ZeroDivisionError()))
    print(await mean.asend(7))
    await mean.aclose()
    try:
        await mean.asend(1)
    except StopAsyncIteration:
        print("no more")


asyncio.run(main())
