import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def main():
    jobs = [translate("novel", 4), translate("poem", 2), translate("note", 1)]
    pending = {asyncio.create_task(job) for job in jobs}
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            print(task.exception() or task.result())


asyncio.run(main())
