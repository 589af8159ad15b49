import asyncio


def switch_on(lamp):
    lamp.set_result("on")
    print("the switch clicks")


async def main():
    loop = asyncio.get_running_loop()
    door, lamp = loop.create_future(), loop.create_future()
    door.add_done_callback(lambda _: switch_on(lamp))
    lamp.add_done_callback(lambda _: print("the lamp glows"))

    await asyncio.sleep(1)
    door.set_result("open")
    print("the door is open")
    await asyncio.sleep(1)
    print("main is inside")


asyncio.run(main())
