import asyncio
import threading

go = asyncio.Event()


async def waiter():
    await go.wait()
    print("waiter goes")


async def setter():
    await asyncio.sleep(0.5)
    go.set()
    print("set")


thread = threading.Thread(target=asyncio.run, args=(waiter(),), name="waiting")
thread.start()
asyncio.run(setter())
thread.join()
