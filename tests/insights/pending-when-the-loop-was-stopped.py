import asyncio


async def watch():
    await asyncio.sleep(10)


loop = asyncio.new_event_loop()
task = loop.create_task(watch())
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()
