import asyncio
import threading


async def fetch():
    await asyncio.sleep(0.2)
    return "page"


def work(loop):
    future = asyncio.run_coroutine_threadsafe(fetch(), loop)
    print(future.result())


async def main():
    thread = threading.Thread(target=work, args=(asyncio.get_running_loop(),))
    thread.start()
    thread.join()


asyncio.run(main())
