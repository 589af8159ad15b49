import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    return f"{shop} answers"


async def main():
    market = asyncio.create_task(ask("market", 3), name="market")
    kiosk = asyncio.create_task(ask("kiosk", 2), name="kiosk")
    asyncio.get_running_loop().call_later(1, kiosk.cancel)
    results = await asyncio.gather(market, kiosk, return_exceptions=True)
    for result in results:
        print(repr(result), isinstance(result, Exception))


asyncio.run(main())
