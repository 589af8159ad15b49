import asyncio

printer = asyncio.Lock()


async def poster():
    async with printer:
        await asyncio.sleep(5)
        print("poster printed")


async def letter():
    try:
        async with asyncio.timeout(2):
            async with printer:
                print("letter printed")
    except TimeoutError:
        print("letter: I come back later")


async def main():
    await asyncio.gather(poster(), letter())
    print("printer in use:", printer.locked())


asyncio.run(main())
