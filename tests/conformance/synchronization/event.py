# An event wakes all its waiters in order, lets later ones pass, and can be cleared and used again.
import asyncio


async def waiter(event, name):
    print(name, "waits")
    print(name, "goes:", await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, name)) for name in ("a", "b", "c")]
    await asyncio.sleep(0.1)
    event.set()
    event.clear()
    print("set and cleared at once:", event.is_set())
    await asyncio.gather(*tasks)
    late = asyncio.create_task(waiter(event, "late"))
    await asyncio.sleep(0.1)
    print("late is done:", late.done())
    event.set()
    await late
    await waiter(event, "passing")


asyncio.run(main())
