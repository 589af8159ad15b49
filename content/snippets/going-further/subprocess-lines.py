import asyncio
import sys

CODE = """
import time
for part in (1, 2, 3):
    time.sleep(1)
    print("part", part, "copied", flush=True)
"""


async def backup():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE, stdout=asyncio.subprocess.PIPE
    )
    try:
        async for line in process.stdout:
            print("backup says:", line.decode().strip())
        print("exit status", await process.wait())
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
            print("killed, exit status", process.returncode)


async def main():
    await backup()
    task = asyncio.create_task(backup())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
