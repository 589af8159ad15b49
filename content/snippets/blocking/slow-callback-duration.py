import asyncio
import time


async def render(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0.02
    for pause in (0.01, 0.05, 0.2):
        task = asyncio.create_task(render(pause), name=f"page {pause}")
        await task
    print("pages rendered")


asyncio.run(main())
