# run_in_executor: the default executor, one of our own, and one set as the default.
import asyncio
import functools
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(seconds, result="done"):
    time.sleep(seconds)
    return result, threading.current_thread().name.rsplit("_")[0]


async def main():
    loop = asyncio.get_running_loop()
    print((await loop.run_in_executor(None, blocking, 0.1))[0])
    with ThreadPoolExecutor(1, "own") as pool:
        begun = loop.time()
        results = await asyncio.gather(
            loop.run_in_executor(pool, blocking, 0.1, "first"),
            loop.run_in_executor(pool, functools.partial(blocking, 0.1, result="second")),
        )
        print(results, round(loop.time() - begun, 1))
    loop.set_default_executor(ThreadPoolExecutor(2, "default"))
    print(await loop.run_in_executor(None, blocking, 0.05))
    print(await asyncio.to_thread(blocking, 0.05, "through to_thread"))
    try:
        await loop.run_in_executor(pool, blocking, 0)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
