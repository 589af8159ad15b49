import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def main():
    jobs = [translate("novel", 4), translate("poem", 2), translate("note", 1)]
    tasks = [asyncio.create_task(job) for job in jobs]
    for task in tasks:
        try:
            print(await task)
        except ValueError as error:
            print(error)


asyncio.run(main())
