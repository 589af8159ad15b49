import asyncio
import sys

PROGRAM = """
import time
for mile in range(1, 4):
    time.sleep(1)
    print("mile", mile, flush=True)
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE
    )
    async for line in process.stdout:
        print("it says:", line.decode().strip())
    print("exit status", await process.wait())


asyncio.run(main())
