import asyncio

rates = {}


async def ask_the_bank(currency):
    print(f"asking for {currency}")
    await asyncio.sleep(2)
    return 1.25


async def rate(currency):
    return await rates["EUR"]


async def show(panel, delay):
    await asyncio.sleep(delay)
    print(f"{panel}: {await rate('EUR')}")


async def main():
    rates["EUR"] = asyncio.create_task(ask_the_bank("EUR"))
    async with asyncio.TaskGroup() as panels:
        panels.create_task(show("chart", 0), name="chart")
        panels.create_task(show("table", 1), name="table")
        panels.create_task(show("ticker", 3), name="ticker")


asyncio.run(main())
