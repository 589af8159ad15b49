import asyncio
import time


def weigh(parcel):
    time.sleep(1)
    return {"books": 4, "shoes": 2}[parcel]


async def main():
    books = weigh("books")
    shoes = weigh("shoes")
    print(f"together: {books + shoes} kg")


asyncio.run(main())
