import asyncio

async def hello():
    return "hi"

loop = asyncio.new_event_loop()
f = asyncio.run_coroutine_threadsafe(hello(), loop)
print(f.result())
