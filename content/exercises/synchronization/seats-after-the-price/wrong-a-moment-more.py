import asyncio

seats = 2
till = []
turned_away = []


async def ask_price():
    await asyncio.sleep(0.2)
    return 12


async def book(name, comes_at):
    global seats
    await asyncio.sleep(comes_at + (0.03 if name == "Cy" else 0))
    if seats == 0:
        turned_away.append(name)
        return
    price = await ask_price()
    seats -= 1
    till.append(price)


async def main():
    await asyncio.gather(
        book("Ada", 0.1),
        book("Bo", 0.2),
        book("Cy", 0.41),
    )
    print("seats left:", seats)
    print("turned away:", len(turned_away))
    print("in the till:", sum(till))


asyncio.run(main())
