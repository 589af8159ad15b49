# gather raises the first exception at once and leaves the others running.
import asyncio


async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        print(name, "fails")
        raise ValueError(name)
    print(name, "finishes")
    return name


async def main():
    try:
        await asyncio.gather(
            job("a", 0.3), job("b", 0.1, fails=True), job("c", 0.2, fails=True)
        )
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.3)
    results = await asyncio.gather(
        job("d", 0.1), job("e", 0.2, fails=True), job("f", 0), return_exceptions=True
    )
    print(results)


asyncio.run(main())
