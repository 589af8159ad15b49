import asyncio


async def show(name, score):
    try:
        print(f"{name}: {await score}")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")


async def main():
    score = asyncio.get_running_loop().create_future()
    shielded = asyncio.shield(score)
    async with asyncio.TaskGroup() as sets:
        tv = sets.create_task(show("tv", shielded), name="tv")
        radio = sets.create_task(show("radio", score), name="radio")
        sets.create_task(show("phone", score), name="phone")
        await asyncio.sleep(1)
        tv.cancel()
        await asyncio.sleep(1)
        radio.cancel()
        await asyncio.sleep(1)
        if not score.done():
            score.set_result("3 to 2")


asyncio.run(main())
