import asyncio
import sys

CODE = "import time; time.sleep(3); print('photos copied')"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE
    )
    try:
        async with asyncio.timeout(1):
            await process.wait()
    except TimeoutError:
        print("given up", flush=True)
    status = await process.wait()
    print("exit status", status)


asyncio.run(main())
