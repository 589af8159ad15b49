import asyncio
import time


def print_receipt(guest):
    time.sleep(1)
    print(f"{guest}: receipt")


async def serve(guest, brewing):
    await asyncio.sleep(brewing)
    print_receipt(guest)


async def main():
    await asyncio.gather(
        serve("Ann", 1), serve("Ben", 1.5), serve("Cleo", 2.5)
    )


asyncio.run(main())
