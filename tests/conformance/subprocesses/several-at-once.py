# Children run side by side: three that sleep take as long as one; a semaphore slows them down.
import asyncio
import sys
import time


async def child(number, slots):
    async with slots:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", f"import time; time.sleep(0.3); print({number} ** 2)",
            stdout=asyncio.subprocess.PIPE,
        )
        out, _ = await process.communicate()
        return int(out)


async def main():
    for places in (3, 1):
        begun = time.monotonic()
        slots = asyncio.Semaphore(places)
        print(await asyncio.gather(*(child(number, slots) for number in range(3))))
        print("one after another:", time.monotonic() - begun >= 0.9)


asyncio.run(main())
