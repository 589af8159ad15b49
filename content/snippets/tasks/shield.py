import asyncio


async def save():
    print("save: begun")
    await asyncio.sleep(3)
    print("save: on disk")


async def main():
    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)
    except TimeoutError:
        print("main: not waiting any longer")
    print("main: saving done?", saving.done())
    await saving
    print("main: now it is")


asyncio.run(main())
