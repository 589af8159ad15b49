import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def write_log(line):
    print(f"{user.get()}: {line}")


async def main():
    user.set("Ann")
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(write_log, "by to_thread")
    await loop.run_in_executor(None, write_log, "by run_in_executor")


asyncio.run(main())
