import asyncio


class Store:
    async def put(self, key, value):
        await asyncio.sleep(0.1)
        if value is None:
            raise ValueError(f"nothing to put for {key}")

    async def put_all(self, items):
        tasks = [asyncio.create_task(self.put(*item)) for item in items.items()]
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await Store().put_all({"a": 1, "b": None, "c": None})
    print("stored")


asyncio.run(main())
