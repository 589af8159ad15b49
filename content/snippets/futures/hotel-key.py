import asyncio


async def desk(key, code):
    await asyncio.sleep(1)
    key.set_result("room 12")
    await asyncio.sleep(3)
    code.set_result("4711")
    await asyncio.sleep(2)
    print("the desk closes")


async def guest(key, code):
    print("going up to", await key)
    await asyncio.sleep(4)
    print("online with", await code)


async def main():
    loop = asyncio.get_running_loop()
    key, code = loop.create_future(), loop.create_future()
    await asyncio.gather(desk(key, code), guest(key, code))


asyncio.run(main())
