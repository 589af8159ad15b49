import asyncio


async def show(name, forecast):
    try:
        print(f"{name}: {await asyncio.shield(forecast)}")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")


async def main():
    forecast = asyncio.get_running_loop().create_future()
    phone = asyncio.create_task(show("phone", forecast))
    watch = asyncio.create_task(show("watch", forecast))
    await asyncio.sleep(1)
    print("the watch is switched off")
    watch.cancel()
    await asyncio.sleep(1)
    if not forecast.done():
        forecast.set_result("sunny")
    await asyncio.gather(phone, watch)


asyncio.run(main())
