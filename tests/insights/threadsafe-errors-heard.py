import asyncio, threading, time
async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)
def worker(loop):
    f = asyncio.run_coroutine_threadsafe(bad(.1), loop)
    try:
        f.result()
    except ValueError: print("heard")
    g = asyncio.run_coroutine_threadsafe(bad(.2), loop)
    time.sleep(.5)
    print(g.exception())
    h = asyncio.run_coroutine_threadsafe(bad(.3), loop)
    h.add_done_callback(lambda f: None)
async def main():
    loop = asyncio.get_running_loop()
    threading.Thread(target=worker, args=(loop,)).start()
    f = asyncio.run_coroutine_threadsafe(bad(.1), loop)
    try:
        await asyncio.wrap_future(f)
    except ValueError: print("heard 2")
    await asyncio.sleep(3)
asyncio.run(main())
