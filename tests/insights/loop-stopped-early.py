import asyncio


async def watch():
    await asyncio.sleep(9)


async def main():
    task = asyncio.create_task(watch())
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, loop.stop)
    await asyncio.sleep(5)


try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
