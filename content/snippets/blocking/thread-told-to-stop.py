import asyncio
import threading


def send_letters(stop):
    for number in (1, 2, 3):
        if stop.wait(timeout=1):
            break
        print(f"letter {number} sent")


async def main():
    stop = threading.Event()
    try:
        async with asyncio.timeout(1.5):
            await asyncio.to_thread(send_letters, stop)
    except TimeoutError:
        print("given up")
    finally:
        stop.set()


asyncio.run(main())
print("program over")
