"""Hand-made limit of two downloads at once."""
import asyncio

active = 0
peak = 0


async def download(number):
    global active, peak
    while active >= 2:
        await asyncio.sleep(0.010)
    await asyncio.sleep(0)  # log it
    active += 1
    peak = max(peak, active)
    await asyncio.sleep(0.025 + 0.004 * number)
    active -= 1


async def main():
    await asyncio.gather(*(later(n) for n in range(5)))
    print("peak", peak)
    assert peak <= 2, peak


async def later(number):
    await asyncio.sleep(number * 0.013)
    await download(number)


asyncio.run(main())
