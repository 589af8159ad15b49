import asyncio

bench = asyncio.Lock()


async def joiner(planks):
    async with bench:
        print("joiner: at the bench, a plank, please")
        plank = await planks.get()
        print("joiner: planing", plank)


async def sawyer(planks):
    await asyncio.sleep(1)
    print("sawyer: sawing, once the bench is free")
    async with bench:
        await planks.put("oak")


async def main():
    planks = asyncio.Queue()
    await asyncio.gather(joiner(planks), sawyer(planks))


asyncio.run(main())
