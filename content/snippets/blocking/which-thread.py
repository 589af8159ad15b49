import asyncio
import threading
import time


def load(table):
    time.sleep(1)
    main = threading.main_thread()
    print("in main thread?", threading.current_thread() is main)
    if table == "ghosts":
        raise LookupError(f"no table {table}")
    return f"rows of {table}"


async def main():
    print(await asyncio.to_thread(load, "guests"))
    try:
        await asyncio.to_thread(load, table="ghosts")
    except LookupError as error:
        print("caught:", error)


asyncio.run(main())
