import asyncio


class Kettle:
    def __init__(self, litres):
        self.litres = litres

    def __await__(self):
        seconds = 2 * self.litres
        yield from asyncio.sleep(seconds).__await__()
        return f"{self.litres} litres of hot water"


async def main():
    print(await Kettle(1.5))


asyncio.run(main())
