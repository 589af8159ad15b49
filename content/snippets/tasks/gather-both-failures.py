import asyncio


async def back_up(disk, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"{disk} is full")


async def main():
    answers = await asyncio.gather(
        back_up("red", 1), back_up("blue", 2), return_exceptions=True
    )
    for answer in answers:
        if isinstance(answer, BaseException):
            print("failed:", answer)
    print("main: finished")


asyncio.run(main())
