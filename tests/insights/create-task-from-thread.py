import asyncio
import threading
import time


async def job():
    print("job runs")


async def main():
    loop = asyncio.get_running_loop()

    def later():
        time.sleep(0.5)
        loop.create_task(job())

    threading.Thread(target=later).start()
    await asyncio.sleep(2)


asyncio.run(main())
