import asyncio


async def fetch_data():
    print("fetching")
    await asyncio.sleep(2)
    return "the data"


async def print_numbers():
    for number in (1, 2, 3):
        print(number)
        await asyncio.sleep(0.5)


async def main():
    fetching = asyncio.create_task(fetch_data())
    await print_numbers()
    print("all numbers printed")
    print("fetched:", await fetching)


asyncio.run(main())
