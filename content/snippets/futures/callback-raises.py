import asyncio


def to_screen(price):
    print("screen:", price.result() + " euros")


def to_log(price):
    print("log:", price.result())


async def main():
    price = asyncio.get_running_loop().create_future()
    price.add_done_callback(to_screen)
    price.add_done_callback(to_log)
    price.set_result(12)
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main())
