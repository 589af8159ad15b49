import asyncio


async def order(item, *answers):
    pause = 1
    for answer in answers:
        await asyncio.sleep(1)
        if answer != "busy":
            break
        await asyncio.sleep(pause)
        pause *= 2
    print(f"{item}: {answer}")


async def main():
    async with asyncio.TaskGroup() as group:
        for item, *answers in (
            ("cake", "busy", "on its way"),
            ("jam", "never heard of it", "on its way"),
            ("pie", "busy", "busy", "on its way"),
        ):
            group.create_task(order(item, *answers), name=item)


asyncio.run(main())
