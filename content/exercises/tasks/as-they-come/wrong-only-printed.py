import asyncio


async def translate(text, seconds):
    await asyncio.sleep(seconds)
    if text == "poem":
        raise ValueError("nobody can translate a poem")
    return f"{text}: translated"


async def main():
    await asyncio.sleep(1)
    print("note: translated")
    await asyncio.sleep(1)
    print("nobody can translate a poem")
    await asyncio.sleep(2)
    print("novel: translated")


asyncio.run(main())
