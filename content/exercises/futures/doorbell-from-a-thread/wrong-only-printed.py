import asyncio
import threading
import time


def watch(bell):
    time.sleep(1)
    loop = bell.get_loop()
    loop.call_soon_threadsafe(bell.set_result, "a parcel")


async def open_door(bell):
    print("the door is opened for", await bell)


async def cook():
    await asyncio.sleep(1)
    print("the soup is ready")


def report(loop, context):
    print("trouble in the loop:", context["exception"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    bell = loop.create_future()
    threading.Thread(target=watch, args=(bell,)).start()
    await asyncio.sleep(1)
    print("the door is opened for a parcel")
    await asyncio.sleep(3)
    await cook()


asyncio.run(main())
