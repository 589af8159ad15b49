# A child's output read line by line as it is printed, while the loop goes on.
import asyncio
import sys

CODE = """
import time
for number in range(3):
    print("line", number, flush=True)
    time.sleep(0.3)
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE, stdout=asyncio.subprocess.PIPE
    )
    first = await process.stdout.readline()
    print("child:", first.decode().strip())

    async def tick():
        await asyncio.sleep(0.15)
        for number in range(3):
            print("tick", number)
            await asyncio.sleep(0.3)

    ticking = asyncio.create_task(tick())
    async for line in process.stdout:
        print("child:", line.decode().strip())
    print("end", await process.wait())
    await ticking


asyncio.run(main())
