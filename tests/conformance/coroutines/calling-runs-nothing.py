# A call makes a coroutine object; only awaiting or sending runs it.
import asyncio
import inspect


async def greet(name):
    print("greeting", name)
    return f"hello {name}"


async def main():
    coroutine = greet("Ada")
    print(inspect.iscoroutinefunction(greet), inspect.iscoroutine(coroutine))
    print(inspect.getcoroutinestate(coroutine))
    print(await coroutine)
    print(inspect.getcoroutinestate(coroutine))
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    unused = greet("Bob")
    unused.close()
    print(inspect.getcoroutinestate(unused))


asyncio.run(main())
