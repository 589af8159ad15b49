import asyncio
import time

START = time.monotonic()
BUSY = {"tea": 2, "milk": 9}


async def ask(item):
    print(f"asking for {item} at {time.monotonic() - START:.0f} s")
    if item == "gold":
        raise ValueError("not sold here")
    BUSY[item] -= 1
    if BUSY[item] >= 0:
        raise ConnectionError("no answer")
    return "3.50"


async def ask_again(item):
    at = {"tea": (0, 1, 3), "gold": (3,), "milk": (3, 4, 6)}[item]
    for second in at:
        await asyncio.sleep(max(0, second - (time.monotonic() - START)))
        print(f"asking for {item} at {second} s")
    if item == "gold":
        raise ValueError("not sold here")
    if item == "milk":
        raise ConnectionError("no answer")
    return "3.50"


async def main():
    for item in ("tea", "gold", "milk"):
        try:
            print(f"{item}: {await ask_again(item)}")
        except (ValueError, ConnectionError) as error:
            print(f"{item}: {error}")


asyncio.run(main())
