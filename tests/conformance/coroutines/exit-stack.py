# Asynchronous context managers: order of entry and exit, an exception on its way, one swallowed.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def room(name, swallow=False):
    print("enter", name)
    await asyncio.sleep(0.02)
    try:
        yield name.upper()
    except LookupError as error:
        print(name, "saw", repr(error))
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0.02)
        print("leave", name)


async def letters():
    try:
        for letter in "abc":
            yield letter
    finally:
        print("letters closed")


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(room(name)) for name in ("hall", "study")]
        stack.callback(print, "a plain callback")
        print(names)
    async with room("cellar", swallow=True), room("attic"):
        raise LookupError("no light")
    print("still here")
    async with aclosing(letters()) as source:
        async for letter in source:
            print(letter)
            break


asyncio.run(main())
