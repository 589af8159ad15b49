import asyncio


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def compute():
    return fib(30)


async def main():
    try:
        print(await asyncio.wait_for(compute(), 0.01))
    except TimeoutError:
        print("too slow")


asyncio.run(main())
