import asyncio
import threading
import time


def watch(bell):
    time.sleep(1)
    bell.set_result("a parcel")
    bell.get_loop().call_soon_threadsafe(lambda: None)


async def open_door(bell):
    print("the door is opened for", await bell)


async def cook():
    await asyncio.sleep(5)
    print("the soup is ready")


def report(loop, context):
    print("trouble in the loop:", context["exception"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    bell = loop.create_future()
    threading.Thread(target=watch, args=(bell,)).start()
    await asyncio.gather(open_door(bell), cook())


asyncio.run(main())
