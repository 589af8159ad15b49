import asyncio


async def save():
    try:
        await asyncio.sleep(3)
        print("save: on disk")
    except asyncio.CancelledError:
        print("save: cut short")
        raise


async def main():
    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)
    except TimeoutError:
        print("main: not waiting any longer")


asyncio.run(main())
print("program: finished")
