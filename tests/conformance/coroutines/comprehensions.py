# Asynchronous comprehensions of every kind.
import asyncio


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(0.01)
        yield number


async def is_even(number):
    await asyncio.sleep(0)
    return number % 2 == 0


async def main():
    print([number * 10 async for number in ticks(4)])
    print({number: number**2 async for number in ticks(3)})
    print(sorted({number // 2 async for number in ticks(6)}))
    print([number async for number in ticks(6) if await is_even(number)])
    print([await is_even(number) for number in range(3)])
    squares = (number**2 async for number in ticks(4))
    print(type(squares).__name__)
    print(await anext(squares), [square async for square in squares])
    print([[x + y async for x in ticks(2)] for y in range(2)])


asyncio.run(main())
