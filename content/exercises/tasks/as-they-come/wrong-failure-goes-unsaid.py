import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def main():
    jobs = [translate("novel", 4), translate("poem", 2), translate("note", 1)]
    for job in asyncio.as_completed(jobs):
        try:
            print(await job)
        except ValueError:
            pass


asyncio.run(main())
