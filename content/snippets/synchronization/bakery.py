import asyncio

loaves = []
shelf = asyncio.Condition()


async def baker():
    for loaf in ("rye", "wheat", "oat"):
        await asyncio.sleep(2)
        async with shelf:
            loaves.append(loaf)
            shelf.notify_all()


async def customer(name, wanted):
    async with shelf:
        await shelf.wait_for(lambda: wanted in loaves)
        loaves.remove(wanted)
    print(f"{name} buys {wanted}")


async def main():
    await asyncio.gather(
        baker(), customer("Ann", "oat"), customer("Ben", "rye")
    )


asyncio.run(main())
