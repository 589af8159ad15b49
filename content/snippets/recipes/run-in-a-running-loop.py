import asyncio


async def price(item):
    await asyncio.sleep(1)
    return len(item)


def price_now(item):
    """A plain function, for plain code."""
    return asyncio.run(price(item))


async def main():
    try:
        price_now("tea")
    except RuntimeError as error:
        print("refused:", error)
    print("awaited:", await price("tea"))
    print("in a thread:", await asyncio.to_thread(price_now, "jam"))


print("from plain code:", price_now("bread"))
asyncio.run(main())
