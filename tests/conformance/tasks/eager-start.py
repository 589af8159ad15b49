# requires: 3.14
# create_task(eager_start=True): one task at a time chooses to begin at once.
import asyncio


async def job(name):
    print(name, "begins", asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(name, "ends")
    return name


async def main():
    lazy = asyncio.create_task(job("lazy"), name="one")
    eager = asyncio.create_task(job("eager"), name="two", eager_start=True)
    print("both created")
    print(await lazy, await eager)
    print(asyncio.current_task() is not None)


asyncio.run(main())
