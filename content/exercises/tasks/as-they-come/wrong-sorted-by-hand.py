import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def main():
    for text, seconds in [("note", 1), ("poem", 1), ("novel", 2)]:
        try:
            print(await translate(text, seconds))
        except ValueError as error:
            print(error)


asyncio.run(main())
