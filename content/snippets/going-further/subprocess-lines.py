import asyncio
import sys

CODE = """
import time
for part in (1, 2, 3):
    time.sleep(1)
    print("part", part, "copied", flush=True)
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE, stdout=asyncio.subprocess.PIPE
    )
    async for line in process.stdout:
        print("backup says:", line.decode().strip())
    print("exit status", await process.wait())


asyncio.run(main())
