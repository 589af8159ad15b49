import asyncio

print("starting")


async def ask_price(item):
    await asyncio.sleep(1)
    return 4.20


def show_price(item):
    price = await ask_price(item)
    print(f"{item}: {price:.2f}")


show_price("tea")
