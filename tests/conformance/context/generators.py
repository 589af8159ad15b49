# An asynchronous generator runs in the context of whoever asks it for a value.
import asyncio
from contextvars import ContextVar

colour = ContextVar("colour", default="none")


async def observe():
    while True:
        yield colour.get()


async def ask(generator, name):
    colour.set(name)
    return await anext(generator)


async def main():
    generator = observe()
    print(await anext(generator))
    colour.set("main")
    print(await anext(generator))
    print(await asyncio.create_task(ask(generator, "red")))
    print(await asyncio.create_task(ask(generator, "blue")))
    print(await anext(generator), colour.get())
    await generator.aclose()


asyncio.run(main())
