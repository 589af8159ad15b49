import asyncio

SHOPS = {
    "bakery": (4, 5), "market": (1, 4), "kiosk": (2, 6),
    "inn": (3, 9), "mill": (1, 3),
}


async def read_catalogue(questions):
    for shop in SHOPS:
        await questions.put(shop)
        print(f"read: {shop}")
    questions.shutdown()


async def ask_prices(questions, prices):
    try:
        while True:
            shop = await questions.get()
            seconds, euros = SHOPS[shop]
            await asyncio.sleep(seconds)
            prices[shop] = euros
    except asyncio.QueueShutDown:
        pass


async def main():
    questions, prices = asyncio.Queue(maxsize=1), {}
    async with asyncio.TaskGroup() as group:
        group.create_task(read_catalogue(questions), name="catalogue")
        for line in ("line 1", "line 2"):
            group.create_task(ask_prices(questions, prices), name=line)
    print("cheapest:", min(prices, key=prices.get))


asyncio.run(main())
