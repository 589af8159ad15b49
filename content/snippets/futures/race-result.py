import asyncio


async def watch(name, arrives, winner):
    await asyncio.sleep(arrives)
    print(f"{name}: {await winner} has won")


async def judge(winner):
    await asyncio.sleep(2)
    winner.set_result("the tortoise")
    await asyncio.sleep(2)
    print("judge: the medals are given")


async def main():
    winner = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as course:
        course.create_task(judge(winner), name="judge")
        course.create_task(watch("hare", 0, winner), name="hare")
        course.create_task(watch("fox", 1, winner), name="fox")
        course.create_task(watch("snail", 3, winner), name="snail")


asyncio.run(main())
