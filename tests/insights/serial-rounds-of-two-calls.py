import asyncio
import time


async def geocode(city):
    await asyncio.sleep(0.3)
    return city.title()


async def forecast(city):
    await asyncio.sleep(0.4)
    return "sunny"


async def main():
    t0 = time.monotonic()
    report = {}
    for city in ["oslo", "rome", "lima", "cairo"]:
        name = await geocode(city)
        report[name] = await forecast(city)
    print(report)
    print(f"{time.monotonic() - t0:.1f}s")


asyncio.run(main())
