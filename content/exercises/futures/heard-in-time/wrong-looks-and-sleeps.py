import asyncio
import threading
import time


def weigh(loop, weight):
    time.sleep(1)
    weight.set_result(40)


async def blink():
    for _ in range(2):
        await asyncio.sleep(1.75)
        print("the lamp blinks")


def report(loop, context):
    print("in the loop:", context["exception"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    weight = loop.create_future()
    threading.Thread(target=weigh, args=(loop, weight), name="scales").start()
    lamp = asyncio.create_task(blink(), name="lamp")
    while not weight.done():
        time.sleep(0.25)
    print("weight:", weight.result())
    await lamp


asyncio.run(main())
