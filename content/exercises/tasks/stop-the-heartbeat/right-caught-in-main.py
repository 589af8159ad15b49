import asyncio


async def heartbeat():
    try:
        while True:
            print("still here")
            await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.5)
        print("connection closed")


async def main():
    beats = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(5)
    print("the work is done")
    beats.cancel()
    try:
        await beats
    except asyncio.CancelledError:
        pass
    print("switching off")


asyncio.run(main())
