import asyncio


async def audit(order):
    await asyncio.sleep(0.5)
    return order["total"]


async def main():
    audits = [asyncio.create_task(audit({"total": 1})), asyncio.create_task(audit({}))]
    await asyncio.sleep(1)
    print("orders done", len(audits))


asyncio.run(main())
