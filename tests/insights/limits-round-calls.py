import asyncio


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    try:
        await asyncio.wait_for(queue.put("second"), 1)
    except TimeoutError:
        pass
    try:
        await asyncio.wait_for(queue.join(), 1)
    except TimeoutError:
        pass
    changed = asyncio.Condition()
    async with changed:
        try:
            await asyncio.wait_for(changed.wait(), 1)
        except TimeoutError:
            pass
    async with asyncio.timeout(1):
        await asyncio.wait_for(asyncio.sleep(10), 5)


asyncio.run(main())
