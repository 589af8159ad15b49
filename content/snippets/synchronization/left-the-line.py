import asyncio

phone = asyncio.Lock()


async def call(minutes):
    async with phone:
        await asyncio.sleep(minutes)
    print(f"{asyncio.current_task().get_name()} hangs up")


async def main():
    ann = asyncio.create_task(call(4), name="Ann")
    ben = asyncio.create_task(call(3), name="Ben")
    cleo = asyncio.create_task(call(1), name="Cleo")
    await asyncio.sleep(2)
    ben.cancel()
    print("Ben has had enough")
    await asyncio.wait([ann, ben, cleo])


asyncio.run(main())
