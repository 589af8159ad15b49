import asyncio


async def fetch(name):
    await asyncio.sleep(1)
    return name


async def main():
    print(await fetch("a"))
    print(await fetch("b"))
    print(await fetch("c"))


asyncio.run(main())
