import asyncio
import threading


async def listen(signal):
    print("heard:", await signal)


async def main():
    loop = asyncio.get_running_loop()
    bell, phone = loop.create_future(), loop.create_future()
    hand_over = loop.call_soon_threadsafe
    threading.Timer(1, bell.set_result, ["ding"]).start()
    threading.Timer(2.5, hand_over, [phone.set_result, "hello"]).start()
    async with asyncio.TaskGroup() as house:
        house.create_task(listen(bell), name="bell")
        house.create_task(listen(phone), name="phone")
        house.create_task(asyncio.sleep(4), name="nap")


asyncio.run(main())
