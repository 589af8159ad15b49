import asyncio


async def sweep(name):
    for room in ("hall", "stairs"):
        try:
            await asyncio.sleep(3)
            print(f"{name} has swept the {room}")
        except asyncio.CancelledError:
            print(f"{name} drops the broom in the {room}")
            if name == "Ann":
                raise


async def main():
    ann = asyncio.create_task(sweep("Ann"), name="Ann")
    ben = asyncio.create_task(sweep("Ben"), name="Ben")
    await asyncio.sleep(1)
    ann.cancel()
    ben.cancel()
    await asyncio.wait([ann, ben])


asyncio.run(main())
