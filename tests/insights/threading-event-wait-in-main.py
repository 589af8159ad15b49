import asyncio
import threading

answered = threading.Event()


async def answer():
    await asyncio.sleep(1)
    answered.set()


async def main():
    asyncio.create_task(answer())
    await asyncio.sleep(0.1)
    answered.wait()
    print("answered")


asyncio.run(main())
