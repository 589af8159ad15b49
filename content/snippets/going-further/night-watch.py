import asyncio


async def watch():
    while True:
        await asyncio.sleep(2)
        print("all quiet")


async def unload(crates):
    for _ in range(crates):
        await asyncio.sleep(1.5)
    print("ship unloaded")


async def main():
    async with asyncio.TaskGroup() as group:
        watching = group.create_task(watch(), name="watch")
        await unload(3)
        watching.cancel()
    await asyncio.sleep(2)
    print("harbour closed")


asyncio.run(main())
