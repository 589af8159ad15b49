# Two locks taken in opposite orders; a timeout gets both tasks out.
import asyncio


async def transfer(name, first, second, limit):
    async with first:
        await asyncio.sleep(0.1)
        try:
            async with asyncio.timeout(limit):
                async with second:
                    print(name, "has both")
                    return True
        except TimeoutError:
            print(name, "gives up")
            return False


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    print(await asyncio.gather(transfer("x", a, b, 0.5), transfer("y", b, a, 0.2)))
    print(await asyncio.gather(transfer("x", a, b, 0.5), transfer("z", a, b, 0.5)))


asyncio.run(main())
