# Retrying with exponential backoff, by a decorator; some errors are not worth a second try.
import asyncio
import functools
import time

start = time.monotonic()


def retry(times, pause, on):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except on as error:
                    print(f"{time.monotonic() - start:.1f} attempt {attempt}: {error}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(pause * 2 ** (attempt - 1))

        return wrapper

    return decorate


calls = {}


@retry(times=3, pause=0.1, on=(ConnectionError, TimeoutError))
async def fetch(name, failures):
    calls[name] = calls.get(name, 0) + 1
    await asyncio.sleep(0)
    if name == "forbidden":
        raise PermissionError("not allowed")
    if calls[name] <= failures:
        raise ConnectionError(f"{name} is down")
    return f"{name} after {calls[name]}"


async def main():
    print(fetch.__name__, await fetch("shop", 2))
    for name in ("bank", "forbidden"):
        try:
            await fetch(name, 5)
        except OSError as error:
            print(type(error).__name__, error, calls[name])


asyncio.run(main())
