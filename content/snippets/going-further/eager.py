import asyncio

cache = {"tea": 3.50}


async def price(item):
    if item not in cache:
        await asyncio.sleep(1)
        cache[item] = 4.20
    return cache[item]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for item in ("tea", "cake"):
        task = asyncio.create_task(price(item))
        print(f"{item}: done at once?", task.done())
        print(f"{item}:", await task)


asyncio.run(main())
