import asyncio


async def heartbeat():
    try:
        while True:
            print("still here")
            await asyncio.sleep(2)
    finally:
        pass


async def main():
    beats = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(5)
    print("the work is done")
    beats.cancel()
    await asyncio.sleep(0.5)
    print("connection closed")
    print("switching off")


asyncio.run(main())
