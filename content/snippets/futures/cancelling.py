import asyncio


async def guest(table):
    try:
        await table
    except asyncio.CancelledError:
        print("guest: no table tonight")
        raise


async def main():
    table = asyncio.get_running_loop().create_future()
    visit = asyncio.create_task(guest(table))
    await asyncio.sleep(1)
    print("restaurant: cancel() gives", table.cancel())
    await asyncio.wait([visit])
    print("the visit was cancelled:", visit.cancelled())
    print("and once more:", table.cancel())


asyncio.run(main())
