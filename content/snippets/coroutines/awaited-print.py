import asyncio


async def main():
    try:
        await asyncio.sleep(1)
        await print("the cake is in the oven")
        await asyncio.sleep(2)
        print("the cake is done")
    except TypeError:
        print("TypeError")


asyncio.run(main())
