import asyncio
import os
import signal


async def receive(letters):
    for number in range(1, 100):
        await letters.put(f"letter {number}")
        await asyncio.sleep(1)


async def send(letters):
    try:
        while True:
            letter = await letters.get()
            await asyncio.sleep(1.5)
            print(letter, "sent")
    except asyncio.QueueShutDown:
        print("all letters sent")


async def main():
    letters = asyncio.Queue()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(2.5, os.kill, os.getpid(), signal.SIGTERM)
    receiving = asyncio.create_task(receive(letters))
    sending = asyncio.create_task(send(letters))
    await stop.wait()
    print("told to stop")
    receiving.cancel()
    letters.shutdown()
    async with asyncio.timeout(10):
        await sending


asyncio.run(main())
