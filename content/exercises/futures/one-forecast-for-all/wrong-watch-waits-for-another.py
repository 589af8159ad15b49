import asyncio


async def show(device, forecast):
    try:
        print(f"{device}:", await forecast)
    except asyncio.CancelledError:
        print(f"{device}: cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    forecast = loop.create_future()
    watch = asyncio.create_task(show("watch", loop.create_future()))
    phone = asyncio.create_task(show("phone", forecast))
    await asyncio.sleep(1)
    watch.cancel()
    await asyncio.sleep(1)
    if not forecast.done():
        forecast.set_result("sunny")
    await asyncio.wait([watch, phone])


asyncio.run(main())
