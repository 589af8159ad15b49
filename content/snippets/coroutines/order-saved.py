import asyncio


async def save(order):
    await asyncio.sleep(1)
    print("saved:", order)


async def main():
    await save("two teas")
    print("thank you, goodbye")


asyncio.run(main())
