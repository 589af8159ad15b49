import asyncio
import os


async def main():
    wake = os.eventfd(0, 0)
    asyncio.get_running_loop().add_reader(wake, print)


asyncio.run(main())
