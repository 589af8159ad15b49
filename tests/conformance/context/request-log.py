# The request's number follows through every call, without being passed along.
import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id")


def log(message):
    print(f"[{request_id.get('-')}] {message}")


async def query(table):
    log(f"query {table}")
    await asyncio.sleep(0.05)
    log(f"rows of {table}")


async def handle(number):
    request_id.set(number)
    await asyncio.sleep(number * 0.02)
    log("begins")
    async with asyncio.TaskGroup() as group:
        group.create_task(query("users"))
        group.create_task(query("orders"))
    log("ends")


async def main():
    log("server starts")
    for number in (1, 2):
        await asyncio.create_task(handle(number))
    await asyncio.gather(handle(3), handle(9))
    log("server stops")


asyncio.run(main())
