import asyncio

rates = {}


async def ask_the_bank(currency):
    print(f"asking for {currency}")
    await asyncio.sleep(2)
    return 1.25


async def rate(currency):
    if currency in rates:
        return await rates[currency]
    answer = rates[currency] = asyncio.get_running_loop().create_future()
    answer.set_result(await ask_the_bank(currency))
    return await answer


async def show(panel, delay):
    await asyncio.sleep(delay)
    print(f"{panel}: {await rate('EUR')}")


async def main():
    async with asyncio.TaskGroup() as panels:
        panels.create_task(show("chart", 0), name="chart")
        panels.create_task(show("table", 1), name="table")
        panels.create_task(show("ticker", 3), name="ticker")


asyncio.run(main())
