import asyncio


async def commit(tx):
    await asyncio.sleep(1)
    raise RuntimeError(f"commit {tx} failed")


async def handler():
    await asyncio.shield(commit("t1"))


async def main():
    t = asyncio.create_task(handler())
    await asyncio.sleep(0.2)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("client went away")
    await asyncio.sleep(2)


asyncio.run(main())
