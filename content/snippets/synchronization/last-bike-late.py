import asyncio

bikes = 1


async def rent(name, comes_at):
    global bikes
    await asyncio.sleep(comes_at)
    if bikes > 0:
        await asyncio.sleep(0.03)  # the bank is asked
        bikes -= 1
        print(f"{name} has a bike")
    else:
        print(f"{name} has to walk")


async def main():
    await asyncio.gather(rent("Ada", 0.015), rent("Bo", 0.04))
    assert bikes >= 0, "one bike, rented twice"


asyncio.run(main())
