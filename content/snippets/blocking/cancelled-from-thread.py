import asyncio
import threading


async def sing():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("the song ends")


async def patrol():
    for _ in range(2):
        await asyncio.sleep(4)


async def main():
    singing = asyncio.create_task(sing())
    patrolling = asyncio.create_task(patrol())
    threading.Timer(1, singing.cancel).start()
    await asyncio.wait([singing, patrolling])


asyncio.run(main())
