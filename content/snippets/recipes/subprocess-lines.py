import asyncio
import sys

PROGRAM = """
import time
for mile in range(1, 4):
    time.sleep(1)
    print("mile", mile, flush=True)
"""


async def run(*command):
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, limit=1_000_000
    )
    try:
        async for line in process.stdout:
            print("it says:", line.decode().strip())
        return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
            print("killed, exit status", process.returncode)


async def main():
    print("exit status", await run(sys.executable, "-c", PROGRAM))
    try:
        async with asyncio.timeout(1.5):
            await run(sys.executable, "-c", PROGRAM)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
