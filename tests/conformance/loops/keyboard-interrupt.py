# SIGINT inside asyncio.run: the main task is cancelled, cleans up, and KeyboardInterrupt comes out.
import asyncio
import signal


async def helper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("helper cancelled")
        raise


async def main():
    task = asyncio.create_task(helper())
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main cancelled; helper done:", task.done())
        await asyncio.sleep(0.1)
        print("main cleaned up")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")


async def swallows():
    asyncio.get_running_loop().call_later(0.1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


try:
    print(asyncio.run(swallows()))
except KeyboardInterrupt:
    print("interrupted again")
