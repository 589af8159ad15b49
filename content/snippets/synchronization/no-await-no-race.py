import asyncio

tickets = 1


async def buy(name):
    global tickets
    await asyncio.sleep(1)
    if tickets > 0:
        tickets -= 1
        print(f"{name} has a ticket; {tickets} left")
    else:
        print(f"{name}: sold out")


async def main():
    await asyncio.gather(buy("Ada"), buy("Bo"))


asyncio.run(main())
