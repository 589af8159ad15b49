import asyncio

cache = {"tea": 3}


async def price(article):
    print(f"looking for {article}")
    if article not in cache:
        await asyncio.sleep(2)
        cache[article] = 5
    return cache[article]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tea = asyncio.create_task(price("tea"))
    print("tea:", "done" if tea.done() else "waiting")
    jam = asyncio.create_task(price("jam"))
    print("jam:", "done" if jam.done() else "waiting")
    print(await tea, await jam)


asyncio.run(main())
