import asyncio


async def ask_price(shop, seconds):
    await asyncio.sleep(seconds)
    if shop == "kiosk":
        raise ConnectionError("closed")
    return seconds * 10


async def main():
    shops = {"market": 3, "kiosk": 1, "dairy": 2}
    answers = await asyncio.gather(
        *(ask_price(shop, s) for shop, s in shops.items()),
        return_exceptions=True,
    )
    for shop, answer in zip(shops, answers):
        if isinstance(answer, Exception):
            print(f"{shop}: no price ({answer!r})")
        else:
            print(f"{shop}: {answer}")


asyncio.run(main())
