# A generator left by break is closed by the loop a little later; one kept alive, at the end of run.
import asyncio


async def numbers(label):
    try:
        for number in range(10):
            await asyncio.sleep(0.05)
            yield number
    finally:
        await asyncio.sleep(0)
        print(label, "cleaned up")


kept = []


async def main():
    async for number in numbers("dropped"):
        if number == 2:
            break
    print("after the first loop")
    await asyncio.sleep(0.1)
    generator = numbers("kept")
    kept.append(generator)
    async for number in generator:
        if number == 1:
            break
    print("main ends")


asyncio.run(main())
print("run is over")
