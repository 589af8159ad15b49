import asyncio

done = asyncio.Event()


def wait_until(event):
    while not event.is_set(): pass


async def finish():
    await asyncio.sleep(0.5)
    done.set()


async def main():
    asyncio.create_task(finish())
    await asyncio.sleep(0.1)
    wait_until(done)


asyncio.run(main())
