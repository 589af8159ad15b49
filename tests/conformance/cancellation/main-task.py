# The main task cancelled from a callback: CancelledError comes out of asyncio.run.
import asyncio


async def helper():
    try:
        await asyncio.sleep(5)
    finally:
        print("helper stopped")


async def main():
    helping = asyncio.create_task(helper())
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, asyncio.current_task().cancel)
    try:
        await asyncio.sleep(5)
    finally:
        print("main stopped; helper done:", helping.done())


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("run was cancelled")
