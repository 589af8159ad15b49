# asyncio.run several times: each has a loop of its own; results, exceptions and state in between.
import asyncio

loops = []


async def job(value):
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(0.05)
    if value < 0:
        raise ValueError(value)
    return value * 2


async def nested():
    inner = job(1)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
        inner.close()


print(asyncio.run(job(1)), asyncio.run(job(2)))
try:
    asyncio.run(job(-1))
except ValueError as error:
    print("raised", error)
asyncio.run(nested())
print(len(loops), loops[0] is loops[1], [loop.is_closed() for loop in loops])
try:
    asyncio.run(42)
except (TypeError, ValueError):
    print("needs a coroutine")
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
