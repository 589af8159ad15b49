import asyncio
from contextvars import ContextVar

customer = ContextVar("customer", default="nobody")


async def log(message):
    await asyncio.sleep(1)
    print(f"[{customer.get()}] {message}")


async def serve(name, seconds):
    customer.set(name)
    await asyncio.sleep(seconds)
    await log("served")


async def main():
    customer.set("shopkeeper")
    ann = asyncio.create_task(serve("Ann", 1))
    ben = asyncio.create_task(serve("Ben", 2))
    late = asyncio.create_task(log("copied when the task was made"))
    customer.set("owner")
    await asyncio.gather(ann, ben, late)
    print("main:", customer.get())


asyncio.run(main())
