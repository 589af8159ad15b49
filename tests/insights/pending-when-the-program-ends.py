import asyncio


async def short():
    await asyncio.sleep(1)


async def long():
    await asyncio.sleep(5)


loop = asyncio.new_event_loop()
task = loop.create_task(long())
loop.run_until_complete(short())
print("over")
