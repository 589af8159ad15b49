import asyncio

saved = []


async def save(record):
    await asyncio.sleep(0.1)
    saved.append(record)
    await asyncio.sleep(0.01)  # flush
    saved.append("commit")


async def main():
    task = asyncio.create_task(save("order 17"))
    await asyncio.sleep(0.1125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(saved)
    assert saved in ([], ["order 17", "commit"]), saved


asyncio.run(main())
