# A child that takes too long: wait with a timeout, then kill.
import asyncio
import sys
import time


async def run(seconds, limit):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"import time; time.sleep({seconds}); print('slept')",
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(limit):
            out, _ = await process.communicate()
            return out.decode().strip()
    except TimeoutError:
        process.kill()
        return f"killed {await process.wait()}"


async def main():
    begun = time.monotonic()
    print(await asyncio.gather(run(0.1, 10), run(20, 1)))
    print("in time:", 1 <= time.monotonic() - begun < 5)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import time; time.sleep(0.3)"
    )
    try:
        await asyncio.wait_for(process.wait(), 0.1)
    except TimeoutError:
        print("still running", process.returncode)
    print(await process.wait(), await process.wait())


asyncio.run(main())
