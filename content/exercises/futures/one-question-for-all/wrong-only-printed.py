import asyncio

rates = {}


async def ask_the_bank(currency):
    print(f"asking for {currency}")
    await asyncio.sleep(2)
    return 1.25


async def rate(currency):
    if currency not in rates:
        rates[currency] = 1.25
        await ask_the_bank(currency)
    else:
        await asyncio.sleep(1 if len(rates) < 2 else 0)
        rates["asked"] = True
    return rates[currency]


async def show(panel, delay):
    await asyncio.sleep(delay)
    print(f"{panel}: {await rate('EUR')}")


async def main():
    async with asyncio.TaskGroup() as panels:
        panels.create_task(show("chart", 0), name="chart")
        panels.create_task(show("table", 1), name="table")
        panels.create_task(show("ticker", 3), name="ticker")


asyncio.run(main())
