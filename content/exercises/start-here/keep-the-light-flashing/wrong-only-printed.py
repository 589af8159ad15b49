import asyncio


async def main():
    print("flash 1")
    await asyncio.sleep(0.5)
    print("keeper: climbing the stairs")
    await asyncio.sleep(0.5)
    for flash in (2, 3, 4):
        print(f"flash {flash}")
        await asyncio.sleep(0.5)
        if flash == 4:
            print("keeper: at the top")
        await asyncio.sleep(0.5)
    print("flash 5")
    await asyncio.sleep(1)


asyncio.run(main())
