# The child runs asyncio itself; parent and child talk through pipes.
import asyncio
import sys

CODE = """
import asyncio, sys

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, flush=True)

async def main():
    await asyncio.gather(work("slow", 0.3), work("quick", 0.1))

asyncio.run(main())
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE, stdout=asyncio.subprocess.PIPE
    )
    lines = [line.decode().strip() async for line in process.stdout]
    print(lines, await process.wait())


asyncio.run(main())
