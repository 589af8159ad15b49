import asyncio
import threading


async def poll():
    await asyncio.sleep(0.5)
    raise KeyboardInterrupt


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="poller", daemon=True)
thread.start()


async def main():
    future = asyncio.run_coroutine_threadsafe(poll(), loop)
    print(await asyncio.wrap_future(future))


asyncio.run(main())
