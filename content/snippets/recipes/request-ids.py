import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


def log(*words):
    print(f"[{request_id.get()}]", *words)


async def look_up(item):
    await asyncio.sleep(1)
    log("found", item)


async def handle(number, item):
    request_id.set(number)
    log("asks for", item)
    await look_up(item)


async def main():
    await asyncio.gather(handle("17", "tea"), handle("18", "jam"))
    log("done")


asyncio.run(main())
