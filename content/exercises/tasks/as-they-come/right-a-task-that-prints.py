import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def show(job):
    try:
        print(await job)
    except ValueError as error:
        print(error)


async def main():
    jobs = [translate("novel", 4), translate("poem", 2), translate("note", 1)]
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(show(job))


asyncio.run(main())
