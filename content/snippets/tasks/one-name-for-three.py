import asyncio
import gc


async def guest():
    bell = asyncio.get_running_loop().create_future()
    await bell
    print("dinner is served")


async def main():
    for name in ("Ann", "Ben", "Cleo"):
        waiting = asyncio.create_task(guest(), name=name)
        await asyncio.sleep(1)
    gc.collect()
    print("guests:", len(asyncio.all_tasks()) - 1)


asyncio.run(main())
