import asyncio
import threading


def count():
    n = 0
    while True:
        n += 1


async def main():
    threading.Thread(target=count, name="counter", daemon=True).start()
    for _ in range(5):
        await asyncio.sleep(0.02)
    print("main over")


asyncio.run(main())
