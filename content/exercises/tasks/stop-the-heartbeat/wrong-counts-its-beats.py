import asyncio


async def heartbeat():
    try:
        for _ in range(3):
            print("still here")
            await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.5)
        print("connection closed")


async def main():
    beats = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(5)
    print("the work is done")
    await beats
    print("switching off")


asyncio.run(main())
