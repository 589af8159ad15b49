import asyncio


async def toast(slices):
    print("the toaster is on")
    await asyncio.sleep(2)
    return f"{slices} slices"


async def main():
    plate = await toast(2)
    print("on the plate:", plate)
    await asyncio.sleep(1)
    print("all eaten")


print("good morning")
asyncio.run(main())
print("off to work")
