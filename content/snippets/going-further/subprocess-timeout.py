import asyncio
import sys


async def run(code):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    try:
        output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
            print("killed, exit status", process.returncode)
    return output.decode().strip()


async def main():
    for code in ("print('done')", "import time; time.sleep(60)"):
        try:
            async with asyncio.timeout(2):
                print(await run(code))
        except TimeoutError:
            print("too slow")


asyncio.run(main())
