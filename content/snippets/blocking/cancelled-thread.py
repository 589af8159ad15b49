import asyncio
import time


def send_letters():
    for number in (1, 2, 3):
        time.sleep(1)
        print(f"letter {number} sent")


async def main():
    try:
        async with asyncio.timeout(1.5):
            await asyncio.to_thread(send_letters)
    except TimeoutError:
        print("given up")


asyncio.run(main())
print("program over")
