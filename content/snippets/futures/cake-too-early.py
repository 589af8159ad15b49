import asyncio


async def bake():
    await asyncio.sleep(3)
    return "a cake"


async def main():
    oven = asyncio.create_task(bake())
    for seconds in (1, 3):
        await asyncio.sleep(seconds)
        try:
            print("out comes", oven.result())
        except Exception as error:
            print("not yet:", type(error).__name__)


asyncio.run(main())
