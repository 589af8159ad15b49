import asyncio

key = asyncio.Lock()


async def use(name, arrives, needs):
    await asyncio.sleep(arrives)
    try:
        await key.acquire()
        print(f"{name} has the key")
        await asyncio.sleep(needs)
    finally:
        key.release()


async def main():
    ann = asyncio.create_task(use("Ann", 0, 5), name="Ann")
    ben = asyncio.create_task(use("Ben", 0, 1), name="Ben")
    cleo = asyncio.create_task(use("Cleo", 2, 1), name="Cleo")
    await asyncio.sleep(1)
    ben.cancel()
    await asyncio.wait([ann, ben, cleo])
    print("Ann:", repr(ann.exception()))


asyncio.run(main())
