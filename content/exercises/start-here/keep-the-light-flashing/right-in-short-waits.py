import asyncio


async def light():
    for flash in range(1, 6):
        print(f"flash {flash}")
        await asyncio.sleep(1)


async def keeper():
    await asyncio.sleep(0.5)
    print("keeper: climbing the stairs")
    for _ in range(6):
        await asyncio.sleep(0.5)
    print("keeper: at the top")


async def main():
    await asyncio.gather(light(), keeper())


asyncio.run(main())
