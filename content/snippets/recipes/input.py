import asyncio
import os
import sys


async def count():
    for second in range(1, 10):
        await asyncio.sleep(1)
        print("working,", second)


async def main():
    # Stands in for somebody who types after 2.5 seconds.
    keys, typist = os.pipe()
    sys.stdin = os.fdopen(keys)
    loop = asyncio.get_running_loop()
    loop.call_later(2.5, os.write, typist, b"Ann\n")

    async with asyncio.TaskGroup() as group:
        counting = group.create_task(count())
        name = await asyncio.to_thread(input)
        print("good morning,", name)
        counting.cancel()


asyncio.run(main())
