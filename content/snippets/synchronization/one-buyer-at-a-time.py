import asyncio

tickets = 1
counter = asyncio.Lock()


async def buy(name):
    global tickets
    async with counter:
        if tickets > 0:
            print(f"{name}: there is one left, I pay")
            await asyncio.sleep(1)
            tickets -= 1
            print(f"{name} has a ticket; {tickets} left")
        else:
            print(f"{name}: sold out")


async def main():
    await asyncio.gather(buy("Ada"), buy("Bo"))


asyncio.run(main())
