import asyncio


async def operation(seconds):
    await asyncio.sleep(seconds)
    print(f"the {seconds} s operation is finished")


async def main():
    tasks = [asyncio.create_task(operation(s)) for s in (1, 4)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), "done,", len(pending), "pending")
    for task in pending:
        task.cancel()
    await asyncio.wait(tasks)
    print("cancelled:", [task.cancelled() for task in tasks])


asyncio.run(main())
