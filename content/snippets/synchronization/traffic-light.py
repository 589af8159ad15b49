import asyncio

green = asyncio.Event()


async def car(name, arrives):
    await asyncio.sleep(arrives)
    await green.wait()
    print(f"{name} drives on")


async def light():
    await asyncio.sleep(2)
    green.set()
    await asyncio.sleep(2)
    green.clear()
    print("red again")
    await asyncio.sleep(3)
    green.set()


async def main():
    await asyncio.gather(light(), car("A", 1), car("B", 3), car("C", 5))


asyncio.run(main())
