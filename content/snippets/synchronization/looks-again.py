import asyncio

plates = []
table = asyncio.Condition()


async def guest(name):
    async with table:
        while not plates:
            await table.wait()
        print(f"{name} takes {plates.pop()}")


async def main():
    guests = [asyncio.create_task(guest(name)) for name in ("Ann", "Ben")]
    for plate in ("soup", "salad"):
        await asyncio.sleep(1)
        async with table:
            plates.append(plate)
            table.notify_all()
    for result in await asyncio.gather(*guests, return_exceptions=True):
        print(repr(result))


asyncio.run(main())
