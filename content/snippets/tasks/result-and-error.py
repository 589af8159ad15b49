import asyncio


async def ask_price(shop, seconds):
    await asyncio.sleep(seconds)
    if shop == "kiosk":
        raise ConnectionError(f"{shop} is closed")
    return 42


async def main():
    market = asyncio.create_task(ask_price("market", 2))
    kiosk = asyncio.create_task(ask_price("kiosk", 1))
    print("market:", await market)
    try:
        print("kiosk:", await kiosk)
    except ConnectionError as error:
        print("kiosk:", error)
    print("market again:", await market, market.result())
    print("done:", market.done(), kiosk.done())


asyncio.run(main())
