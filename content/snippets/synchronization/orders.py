import asyncio


async def waiter(kitchen):
    for dish in ("soup", "fish", "cake"):
        await kitchen.put(dish)
        print(f"ordered {dish}")
        await asyncio.sleep(1)


async def cook(kitchen):
    for _ in range(3):
        dish = await kitchen.get()
        await asyncio.sleep(2)
        print(f"cooked {dish}")


async def main():
    kitchen = asyncio.Queue()
    await asyncio.gather(waiter(kitchen), cook(kitchen))


asyncio.run(main())
