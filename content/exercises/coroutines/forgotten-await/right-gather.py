import asyncio


async def weigh(parcel):
    await asyncio.sleep(1)
    return {"books": 4, "shoes": 2}[parcel]


async def main():
    books, shoes = await asyncio.gather(weigh("books"), weigh("shoes"))
    print(f"together: {books + shoes} kg")


asyncio.run(main())
