import asyncio
import queue

orders = queue.Queue()


async def cook():
    try:
        print("cooking", orders.get(timeout=3))
    except queue.Empty:
        print("no order came")


async def take_order():
    await asyncio.sleep(1)
    orders.put("soup")
    print("soup ordered")


async def main():
    await asyncio.gather(cook(), take_order())


asyncio.run(main())
