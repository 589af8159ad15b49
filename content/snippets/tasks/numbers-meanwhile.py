import asyncio


async def fetch_data():
    print("fetching")
    await asyncio.sleep(1.75)
    return {"bread": 5}


async def print_numbers():
    for number in range(1, 7):
        print(number)
        await asyncio.sleep(0.5)


async def main():
    fetching = asyncio.create_task(fetch_data())
    printing = asyncio.create_task(print_numbers())
    print("fetched:", await fetching)
    await printing
    print("all numbers printed")


asyncio.run(main())
