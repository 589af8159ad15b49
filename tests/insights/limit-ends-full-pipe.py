import asyncio
import sys


async def run_tool(*args):
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('x' * 2_000_000)",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    code = await proc.wait()
    out = await proc.stdout.read()
    return code, len(out)


async def main():
    try:
        print(await asyncio.wait_for(run_tool(), 5))
    except TimeoutError:
        print("tool hangs?")


asyncio.run(main())
