import asyncio


async def ask_price(shop, seconds):
    await asyncio.sleep(seconds)
    return f"{shop}: {seconds * 10}"


async def main():
    questions = [
        ask_price("market", 3),
        ask_price("bakery", 1),
        ask_price("dairy", 2),
    ]
    for next_one in asyncio.as_completed(questions):
        print(await next_one)
    print("all prices are known")


asyncio.run(main())
