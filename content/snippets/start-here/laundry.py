import asyncio


async def machine(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what}: done")


async def main():
    async with asyncio.TaskGroup() as wash:
        wash.create_task(machine("wash whites", 2), name="wash whites")
        wash.create_task(machine("wash wool", 3), name="wash wool")
    async with asyncio.TaskGroup() as dry:
        dry.create_task(machine("dry whites", 1), name="dry whites")
        dry.create_task(machine("dry wool", 2.5), name="dry wool")


asyncio.run(main())
