import asyncio


async def baker(shelf):
    for bread in ("rye", "spelt", "wheat"):
        await shelf.put(bread)
        print("baked:", bread)


async def guest(shelf):
    print("good morning")
    print("the guest takes", await shelf.get())


async def main():
    shelf = asyncio.Queue(maxsize=2)
    await asyncio.gather(baker(shelf), guest(shelf))


asyncio.run(main())
