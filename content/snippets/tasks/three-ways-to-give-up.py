import asyncio


async def job(seconds):
    await asyncio.sleep(seconds)


async def give_up(waiting):
    try:
        async with asyncio.timeout(1):
            await waiting
    except TimeoutError:
        print("given up")


async def main():
    a = asyncio.create_task(job(3), name="a")
    b = asyncio.create_task(job(4), name="b")
    c = asyncio.create_task(job(5), name="c")
    await give_up(a)
    await give_up(asyncio.shield(b))
    await give_up(asyncio.wait([c]))
    await asyncio.wait([a, b, c])
    print("all have ended")


asyncio.run(main())
