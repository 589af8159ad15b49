import asyncio


async def weigh(parcel):
    asyncio.sleep(1)
    return {"books": 4, "shoes": 2}[parcel]


async def main():
    books = await weigh("books")
    shoes = await weigh("shoes")
    print(f"together: {books + shoes} kg")


asyncio.run(main())
