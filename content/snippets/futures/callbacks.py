import asyncio


def ring(lamp):
    print("callback 1: a bell rings for", lamp.result())


def light(lamp):
    print("callback 2: a light goes on")


async def main():
    lamp = asyncio.get_running_loop().create_future()
    lamp.add_done_callback(ring)
    lamp.add_done_callback(light)
    lamp.set_result("door 3")
    print("main: the result is set")
    await asyncio.sleep(1)
    lamp.add_done_callback(light)
    print("main: added one to a future that is done")
    await asyncio.sleep(1)


asyncio.run(main())
