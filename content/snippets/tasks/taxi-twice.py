import asyncio


async def call(taxi, seconds):
    await asyncio.sleep(seconds)
    if taxi in ("red", "blue"):
        raise ValueError(f"{taxi} is taken")
    print(f"{taxi} is on its way")
    return taxi


async def main():
    try:
        await asyncio.gather(call("red", 1), call("green", 2.5))
    except ValueError as error:
        print("first round:", error)
    answers = await asyncio.gather(
        call("blue", 1), call("white", 3), return_exceptions=True
    )
    print("second round:", answers)


asyncio.run(main())
