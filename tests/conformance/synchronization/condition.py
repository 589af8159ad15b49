# A condition: notify one, notify two, notify all; wait_for tests again; not held is an error.
import asyncio

stock = 0


async def buyer(condition, name, wanted):
    global stock
    async with condition:
        print(name, "wants", wanted)
        await condition.wait_for(lambda: stock >= wanted)
        stock -= wanted
        print(name, "bought; left", stock)


async def deliver(condition, amount, how):
    global stock
    await asyncio.sleep(0.1)
    async with condition:
        stock += amount
        print("delivered", amount)
        how(condition)


async def main():
    condition = asyncio.Condition()
    buyers = [
        asyncio.create_task(buyer(condition, name, wanted))
        for name, wanted in (("big", 5), ("small", 1), ("middle", 2))
    ]
    await deliver(condition, 1, lambda each: each.notify(2))
    await deliver(condition, 2, lambda each: each.notify_all())
    await deliver(condition, 5, lambda each: each.notify_all())
    await asyncio.gather(*buyers)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
