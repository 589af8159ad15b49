import asyncio
import os
import signal


async def deliver(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what} delivered")


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(2, os.kill, os.getpid(), signal.SIGTERM)
    letter = asyncio.create_task(deliver("letter", 4))
    piano = asyncio.create_task(deliver("piano", 12))
    await stop.wait()
    try:
        async with asyncio.timeout(5):
            await asyncio.gather(letter, piano)
    except TimeoutError:
        print("the rest comes tomorrow")


asyncio.run(main())
