# A task works in a copy of the context in which it was created.
import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def handler(name):
    before = user.get()
    user.set(name)
    await asyncio.sleep(0.05)
    return before, user.get()


async def called():
    user.set("called")


async def main():
    user.set("main")
    print(await asyncio.gather(handler("ada"), handler("bob")))
    print(user.get())
    await called()
    print("awaited directly:", user.get())
    await asyncio.create_task(handler("task"))
    print("through a task:", user.get())
    token = user.set("for a while")
    print(user.get(), token.old_value)
    user.reset(token)
    print(user.get(), token.var is user)
    try:
        user.reset(token)
    except RuntimeError:
        print("a token serves once")


asyncio.run(main())
print(user.get())
