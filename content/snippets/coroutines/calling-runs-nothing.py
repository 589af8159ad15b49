import asyncio


async def ask_price(shop):
    print(f"asking the {shop}")
    await asyncio.sleep(1)
    return 4.20


async def main():
    question = ask_price("bakery")
    print("the question is written down")
    await asyncio.sleep(2)
    price = await question
    print(f"price: {price:.2f}")


asyncio.run(main())
