import asyncio
import time


async def potter():
    await asyncio.sleep(1)
    time.sleep(3)
    print("the potter looks up from the wheel")


async def after(seconds, what):
    await asyncio.sleep(seconds)
    print(what)


async def main():
    async with asyncio.TaskGroup() as workshop:
        workshop.create_task(potter(), name="potter")
        workshop.create_task(after(3, "the phone rings"), name="phone")
        workshop.create_task(after(5, "the kiln is hot"), name="kiln")


asyncio.run(main())
