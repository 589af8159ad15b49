import asyncio


async def quote(firm, days):
    await asyncio.sleep(days)
    if firm == "Pane & Son":
        raise ValueError("we do no roofs")
    return days * 100


async def main():
    firms = [("Pane & Son", 1), ("Slate", 2), ("Thatch", 6)]
    tasks = [asyncio.create_task(quote(*each)) for each in firms]
    done, pending = await asyncio.wait(tasks, timeout=3)
    print(len(done), "done,", len(pending), "pending")
    late = await tasks[2]
    print("Thatch asks", late)
    print("Pane & Son:", repr(tasks[0].exception()))


asyncio.run(main())
