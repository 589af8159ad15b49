import asyncio
import subprocess
import time


async def draw_chart():
    time.sleep(1)


async def report():
    await asyncio.to_thread(time.sleep, 1)
    await draw_chart()
    process = await asyncio.create_subprocess_exec("sleep", "1")
    await process.wait()
    subprocess.run(["sleep", "1"])


async def main():
    reporting = asyncio.create_task(report())
    for number in range(1, 5):
        await asyncio.sleep(0.6)
        print("tick", number)
    await reporting


asyncio.run(main())
