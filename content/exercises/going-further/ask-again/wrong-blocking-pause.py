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
    for pause in (1, 2):
        try:
            return await ask(item)
        except ConnectionError:
            time.sleep(pause)
    return await ask(item)


async def main():
    for item in ("tea", "gold", "milk"):
        try:
            print(f"{item}: {await ask_again(item)}")
        except (ValueError, ConnectionError) as error:
            print(f"{item}: {error}")


asyncio.run(main())
