import asyncio
import time


def query():
    time.sleep(3)
    return "rows"


async def main():
    try:
        print(await asyncio.wait_for(asyncio.to_thread(query), 0.5))
    except TimeoutError:
        print("too slow")


asyncio.run(main())
print("over")
