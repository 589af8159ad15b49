import asyncio
from contextlib import asynccontextmanager


async def fetch_prices(name):
    await asyncio.sleep(1)
    return {"tea": 3}


class Shop:
    def __init__(self, name, prices):
        self.name, self.prices = name, prices

    @classmethod
    async def load(cls, name):
        return cls(name, await fetch_prices(name))

    @classmethod
    @asynccontextmanager
    async def open(cls, name):
        shop = await cls.load(name)
        try:
            yield shop
        finally:
            print(name, "is closed")


async def main():
    bakery = await Shop.load("bakery")
    print("bakery:", bakery.prices)
    async with Shop.open("kiosk") as kiosk:
        print("kiosk:", kiosk.prices)


asyncio.run(main())
