import asyncio


async def order(what):
    await asyncio.sleep(1)
    raise OSError(f"no {what} today")


async def main():
    milk = asyncio.create_task(order("milk"), name="milk")
    eggs = asyncio.create_task(order("eggs"), name="eggs")
    await asyncio.sleep(2)
    milk = None
    await asyncio.sleep(1)
    print("about the eggs:", eggs.exception())


asyncio.run(main())
