import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(1)
        print("connection closed")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped by the user")
