import asyncio
import threading

stop = threading.Event()


def polish():
    for pair in (1, 2, 3):
        if stop.wait(timeout=2):
            print("brush put away")
            return
        print(f"pair {pair} shines")


async def main():
    polishing = asyncio.create_task(asyncio.to_thread(polish))
    await asyncio.sleep(3)
    print("closing time")
    stop.set()
    await polishing
    print("lights out")


asyncio.run(main())
