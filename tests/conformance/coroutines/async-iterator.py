# async for over a class, with break, else and a StopAsyncIteration of its own.
import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.05)
        self.left -= 1
        return self.left + 1


async def main():
    async for number in Countdown(3):
        print(number)
    else:
        print("lift-off")
    async for number in Countdown(5):
        if number == 4:
            print("aborted at", number)
            break
    else:
        print("never printed")
    print([number async for number in Countdown(3)])
    iterator = aiter(Countdown(1))
    print(await anext(iterator), await anext(iterator, "nothing left"))


asyncio.run(main())
