# gather keeps the order of its arguments, whatever finishes first; nested, empty and repeated.
import asyncio


async def job(number, seconds):
    await asyncio.sleep(seconds)
    print("done", number)
    return number


async def main():
    print(await asyncio.gather(job(1, 0.3), job(2, 0.1), job(3, 0.2)))
    print(await asyncio.gather())
    shared = asyncio.create_task(job(4, 0.05))
    print(await asyncio.gather(shared, shared, job(5, 0)))
    nested = asyncio.gather(
        asyncio.gather(job(6, 0.1), job(7, 0)),
        job(8, 0.2),
    )
    print(await nested)


asyncio.run(main())
