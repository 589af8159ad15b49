import asyncio
import os


async def main():
    wake = os.timerfd_create(1)
    asyncio.get_running_loop().add_reader(wake, print)


asyncio.run(main())
