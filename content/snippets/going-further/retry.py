import asyncio


class Shop:
    asked = 0

    async def price(self):
        self.asked += 1
        await asyncio.sleep(0.5)
        if self.asked < 4:
            raise ConnectionError("the shop is busy")
        return 3.50


async def retry(action, attempts, pause):
    for attempt in range(1, attempts + 1):
        try:
            return await action()
        except ConnectionError as error:
            if attempt == attempts:
                raise
            print(f"{error}, trying again in {pause} s")
        await asyncio.sleep(pause)
        pause *= 2


async def main():
    price = await retry(Shop().price, attempts=5, pause=1)
    print(f"price: {price:.2f}")


asyncio.run(main())
