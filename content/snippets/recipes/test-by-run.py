import asyncio


async def cheapest(shops):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(shop()) for shop in shops]
    return min(task.result() for task in tasks)


def test_the_cheapest_shop_wins():
    async def shop():
        return 3

    async def kiosk():
        return 2

    async def check():
        async with asyncio.timeout(1):
            assert await cheapest([shop, kiosk]) == 2

    asyncio.run(check())


if __name__ == "__main__":
    test_the_cheapest_shop_wins()  # pytest finds it by itself
    print("passed")
