"""A heart that should beat each half second, and a report that is made
in two ways. Only one of them lets the heart beat."""

import asyncio
import time

EVERY = 0.5


async def heartbeat():
    clock = asyncio.get_running_loop().time
    while True:
        due = clock() + EVERY
        await asyncio.sleep(EVERY)
        late = clock() - due
        print(f"beat, {late:.1f} s late" if late > 0.05 else "beat")


def make_report():
    time.sleep(2)
    return "the report"


async def main():
    heart = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(1.2)

    print("in the loop's own thread:")
    print(make_report())
    await asyncio.sleep(1.2)

    print("in a thread of its own:")
    print(await asyncio.to_thread(make_report))
    heart.cancel()


asyncio.run(main())
