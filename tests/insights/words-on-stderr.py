import asyncio
import sys


async def main():
    print("Task was destroyed but it is pending!", file=sys.stderr)
    print("main.py:3: RuntimeWarning: coroutine 'save' was never awaited", file=sys.stderr)
    print("Task exception was never retrieved", file=sys.stderr)
    await asyncio.sleep(0.1)


asyncio.run(main())
