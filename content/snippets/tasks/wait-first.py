import asyncio


async def operation(seconds):
    await asyncio.sleep(seconds)
    return f"took {seconds} s"


async def main():
    short = asyncio.create_task(operation(2), name="short")
    long = asyncio.create_task(operation(5), name="long")
    done, pending = await asyncio.wait(
        [short, long], return_when=asyncio.FIRST_COMPLETED
    )
    for task in done:
        print("done:", task.get_name(), task.result())
    for task in pending:
        print("pending:", task.get_name())
    print("long, in the end:", await long)


asyncio.run(main())
