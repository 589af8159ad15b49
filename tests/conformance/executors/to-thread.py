# asyncio.to_thread: blocking calls that overlap, their results and exceptions, keyword arguments.
import asyncio
import threading
import time

start = time.monotonic()


def read(name, *, seconds):
    time.sleep(seconds)
    if name == "bad":
        raise OSError("cannot read bad")
    in_main = threading.current_thread() is threading.main_thread()
    return f"{name} in {'main' if in_main else 'a thread'}"


async def main():
    results = await asyncio.gather(
        asyncio.to_thread(read, "a", seconds=0.3),
        asyncio.to_thread(read, "b", seconds=0.3),
        asyncio.to_thread(read, "bad", seconds=0.1),
        asyncio.sleep(0.3, "slept"),
        return_exceptions=True,
    )
    print(round(time.monotonic() - start, 1), results)
    print(read("c", seconds=0))


asyncio.run(main())
