import asyncio, threading

ev = threading.Event()

def on_tick():
    print("waiting")
    ev.wait()
    print("never")

async def setter():
    await asyncio.sleep(0.2)
    ev.set()

async def main():
    asyncio.get_running_loop().call_later(0.1, on_tick)
    await setter()

asyncio.run(main())
