# shutdown_asyncgens closes what is open; afterwards a new generator only draws a warning.
import asyncio


async def letters(name):
    try:
        yield "a"
        yield "b"
    finally:
        await asyncio.sleep(0.05)
        print("closed", name)


async def main():
    one, two = letters("one"), letters("two")
    print(await anext(one), await anext(two), await anext(two))
    try:
        await anext(two)
    except StopAsyncIteration:
        print("two is exhausted")
    await asyncio.get_running_loop().shutdown_asyncgens()
    print("after shutdown")
    try:
        await anext(one)
    except StopAsyncIteration:
        print("one was closed")


asyncio.run(main())
