import asyncio


async def ask_price(item):
    await asyncio.sleep(1)
    return 4.20


async def main():
    price = ask_price("tea")
    print("price is a", type(price).__name__)
    try:
        print(price * 2)
    except TypeError as error:
        print("TypeError:", error)

    print(await price * 2)


asyncio.run(main())
