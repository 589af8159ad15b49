import asyncio, threading, sys

loop = asyncio.new_event_loop()

def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()

threading.Thread(target=run, name="bg", daemon=True).start()

async def quitter():
    await asyncio.sleep(0.1)
    sys.exit(3)

async def slow():
    await asyncio.sleep(0.5)
    return "slow"

a = asyncio.run_coroutine_threadsafe(slow(), loop)
b = asyncio.run_coroutine_threadsafe(quitter(), loop)
print(a.result())
