import asyncio


async def look_up(word):
    await asyncio.sleep(0)
    return {"pan": "bread", "vin": "wine"}[word]


async def translate(reader):
    for word in ("pan", "vin"):
        meaning = await look_up(word)
        print(f"{reader}: {word} is {meaning}")


async def main():
    await asyncio.gather(translate("Ann"), translate("Ben"))


asyncio.run(main())
