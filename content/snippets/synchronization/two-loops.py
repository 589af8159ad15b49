import asyncio

door = asyncio.Lock()


async def guest(name):
    async with door:
        await asyncio.sleep(1)
        print(f"{name} is in")


async def alone(name):
    await guest(name)


async def together(*names):
    await asyncio.gather(*(guest(name) for name in names))


asyncio.run(together("Ann", "Ben"))
asyncio.run(alone("Cleo"))
try:
    asyncio.run(together("Dan", "Eve"))
except RuntimeError as error:
    print("RuntimeError:", str(error).split(" is ")[-1])
