import asyncio
from contextvars import ContextVar

language = ContextVar("language", default="English")


async def choose(new):
    await asyncio.sleep(1)
    language.set(new)


async def main():
    await choose("French")
    print("first:", language.get())
    await asyncio.create_task(choose("Welsh"))
    print("second:", language.get())


asyncio.run(main())
