import asyncio


async def answer(friend, seconds):
    await asyncio.sleep(seconds)
    print(f"{friend}: I am in")


async def main():
    missing = {
        asyncio.create_task(answer("Ann", 1)),
        asyncio.create_task(answer("Ben", 3)),
        asyncio.create_task(answer("Cleo", 5)),
    }
    while missing:
        done, missing = await asyncio.wait(missing, timeout=2)
        print(f"{len(done)} more, {len(missing)} missing")


asyncio.run(main())
