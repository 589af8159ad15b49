import asyncio


async def polish(what, seconds):
    await asyncio.sleep(seconds)
    if what == "vase":
        raise ValueError("the vase is in pieces")
    print(f"{what} polished")


async def main():
    try:
        await asyncio.gather(
            polish("vase", 1), polish("spoon", 2.5), polish("armour", 6)
        )
    except ValueError as error:
        print(error)
    await asyncio.sleep(3)
    print("lights out")


asyncio.run(main())
