import asyncio
async def report():
    raise ConnectionError("no route")
async def main():
    while True:
        t = asyncio.create_task(report())
        await asyncio.wait([t])
        await asyncio.sleep(1)
asyncio.run(main())
