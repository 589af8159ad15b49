import asyncio


async def ask_price(item):
    await asyncio.sleep(1)
    return 4.20


def price_now(item):
    return asyncio.run(ask_price(item))


async def main():
    try:
        print(price_now("tea"))
    except RuntimeError as error:
        print("RuntimeError:", error)

    print(await ask_price("tea"))


asyncio.run(main())
