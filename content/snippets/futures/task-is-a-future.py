import asyncio


async def bake():
    await asyncio.sleep(1)
    return "bread"


async def main():
    task = asyncio.create_task(bake())
    print("a future:", isinstance(task, asyncio.Future))
    task.add_done_callback(lambda done: print("done:", done.result()))
    try:
        task.set_result("cake")
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task)


asyncio.run(main())
