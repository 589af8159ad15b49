import asyncio


async def ring(bell):
    await asyncio.sleep(1)
    print(f"{bell} rings")


async def main():
    ring("the small bell")
    await ring("the great bell")
    await asyncio.sleep(2)
    print("the service begins")


asyncio.run(main())
