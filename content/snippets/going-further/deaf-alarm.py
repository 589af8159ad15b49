import asyncio


async def snooze():
    for _ in range(3):
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("five more minutes")
    print("awake")


async def main():
    sleeping = asyncio.create_task(snooze(), name="snooze")
    await asyncio.sleep(3)
    sleeping.cancel()
    await sleeping
    print("breakfast")


asyncio.run(main())
