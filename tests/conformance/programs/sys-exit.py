# sys.exit inside a coroutine: finally blocks and atexit run, and the status is kept.
import asyncio
import atexit
import sys

atexit.register(print, "atexit: first registered, last called")
atexit.register(print, "atexit: last registered, first called")


async def main():
    try:
        await asyncio.sleep(0.05)
        sys.exit(3)
    finally:
        print("finally")


try:
    asyncio.run(main())
finally:
    print("outer finally")
print("never printed")
