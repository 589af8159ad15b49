import asyncio


async def ride():
    await asyncio.sleep(2)
    print("the night train is in")
    return "platform 6"


async def meet(name, train, delay):
    await asyncio.sleep(delay)
    print(f"{name} is at {await train}")


async def main():
    train = asyncio.create_task(ride(), name="train")
    await asyncio.gather(
        meet("Ann", train, 0.5),
        meet("Ben", train, 1),
        meet("Cleo", train, 3),
    )


asyncio.run(main())
