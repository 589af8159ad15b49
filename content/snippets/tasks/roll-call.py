import asyncio


async def guard(hours):
    await asyncio.sleep(hours)


async def call_the_roll():
    await asyncio.sleep(4)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    print(*sorted(task.get_name() for task in others))


async def main():
    async with asyncio.TaskGroup() as castle:
        castle.create_task(guard(2), name="gate")
        castle.create_task(guard(6), name="tower")
        castle.create_task(guard(3), name="cellar")
        castle.create_task(call_the_roll(), name="captain")


asyncio.run(main())
