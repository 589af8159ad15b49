import asyncio
import threading


async def main():
    go = asyncio.Event()
    threading.Timer(0.4, go.set).start()
    await asyncio.wait_for(go.wait(), 2)


asyncio.run(main())
