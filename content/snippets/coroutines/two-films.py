import asyncio


async def develop(film, seconds):
    await asyncio.sleep(seconds)
    return f"{film}: 36 pictures"


async def main():
    holiday = asyncio.create_task(develop("holiday", 3), name="holiday")
    wedding = develop("wedding", 2)
    await asyncio.sleep(2)
    print(await wedding)
    print(await holiday)
    print("once more:", await holiday)


asyncio.run(main())
