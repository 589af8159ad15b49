import asyncio
import sys


async def tick():
    for number in (1, 2, 3):
        await asyncio.sleep(0.75)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    code = "import time; time.sleep(2); print('backup made')"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    print(output.decode().strip())
    await ticking


asyncio.run(main())
