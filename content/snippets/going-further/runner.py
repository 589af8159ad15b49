import asyncio


async def open_shop():
    await asyncio.sleep(1)
    return asyncio.get_running_loop()


async def sell():
    await asyncio.sleep(1)
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(open_shop())
    second = runner.run(sell())
    print("the same loop?", first is second)
print("closed?", first.is_closed())
