import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pickle import PicklingError


def label(number, town="Rome"):
    return f"parcel {number} to {town}"


async def send(what, pool, function):
    loop = asyncio.get_running_loop()
    try:
        print(what, await loop.run_in_executor(pool, function, 7))
    except (PicklingError, AttributeError):
        print(what, "is refused")


async def main():
    def inner(number):
        return label(number)

    with ProcessPoolExecutor(max_workers=1) as pool:
        await send("label:", pool, label)
        await send("inner:", pool, inner)
        await send("lambda:", pool, lambda number: label(number))
        await send("partial:", pool, partial(label, town="Oslo"))


if __name__ == "__main__":
    asyncio.run(main())
