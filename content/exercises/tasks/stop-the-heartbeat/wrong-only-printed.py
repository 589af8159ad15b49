import asyncio


async def heartbeat():
    try:
        while True:
            print("still here")
            await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.5)


async def main():
    beats = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(5)
    print("the work is done")
    await asyncio.sleep(0.5)
    print("connection closed")
    print("switching off")


asyncio.run(main())
