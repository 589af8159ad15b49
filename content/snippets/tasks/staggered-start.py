import asyncio


async def run_lap(runner):
    await asyncio.sleep(3)
    print(f"{runner} is home")


async def main():
    for runner in ("Ann", "Ben", "Cleo"):
        last = asyncio.create_task(run_lap(runner), name=runner)
        await asyncio.sleep(1)
    print("all are under way")
    await last


asyncio.run(main())
