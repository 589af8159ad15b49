import asyncio


async def drive(first, second):
    print("first signal:", await first)
    print("second signal:", await second)


async def main():
    loop = asyncio.get_running_loop()
    first, second = loop.create_future(), loop.create_future()
    first.set_result("green")
    train = drive(first, second)
    waits_for = train.send(None)
    print("it waits for the first:", waits_for is first)
    print("it waits for the second:", waits_for is second)
    train.close()


asyncio.run(main())
