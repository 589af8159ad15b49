import asyncio


async def back_up(disk, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"{disk} is full")


async def main():
    try:
        await asyncio.gather(back_up("red", 1), back_up("blue", 2))
    except OSError as error:
        print("failed:", error)
    await asyncio.sleep(2)
    print("main: finished")


asyncio.run(main())
