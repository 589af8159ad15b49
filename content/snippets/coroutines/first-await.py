import asyncio


async def brew(drink):
    print(f"brewing {drink}")
    await asyncio.sleep(3)
    return f"{drink} is ready"


async def main():
    message = await brew("espresso")
    print(message)


asyncio.run(main())
