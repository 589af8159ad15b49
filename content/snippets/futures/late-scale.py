import asyncio


async def weigh():
    loop = asyncio.get_running_loop()
    weight = loop.create_future()

    def fill(grams):
        print("called back; cancelled:", weight.cancelled())
        if not weight.done():
            weight.set_result(grams)

    loop.call_later(3, fill, 250)  # the driver of the scale
    return await weight


async def main():
    try:
        print(await asyncio.wait_for(weigh(), 2), "grams")
    except TimeoutError:
        print("no weight in 2 seconds")
    await asyncio.sleep(2)


asyncio.run(main())
