# sleep(0) gives every ready task one turn, in order; a task created on the way joins at the end.
import asyncio


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)
        if name == "b" and turn == 0:
            asyncio.create_task(worker("late", 2))
    print(name, "ends")


async def main():
    await asyncio.gather(worker("a", 4), worker("b", 2), worker("c", 3))


asyncio.run(main())
