import asyncio


async def pages(site):
    try:
        for number in (1, 2, 3):
            await asyncio.sleep(1)
            yield f"{site}, page {number}"
    finally:
        await asyncio.sleep(0.5)
        task = asyncio.current_task()
        print("connection closed by", task.get_name())


async def main():
    async for page in pages("news"):
        print("found", page)
        break
    print("search over")
    await asyncio.sleep(2)
    print("report written")


asyncio.run(main())
