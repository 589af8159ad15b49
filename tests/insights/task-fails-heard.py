import asyncio


async def audit(order):
    await asyncio.sleep(0.5)
    return order["total"]


async def main():
    task = asyncio.create_task(audit({}))
    try:
        await task
    except KeyError as error:
        print("no", error)


asyncio.run(main())
