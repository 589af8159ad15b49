import asyncio
import time


def report():
    time.sleep(4)


async def main():
    asyncio.get_running_loop().run_in_executor(None, report)
    await asyncio.sleep(1)
    print("main over")


asyncio.run(main())
