import asyncio


async def main():
    try:
        async with asyncio.timeout(5):
            for mirror in ("north", "east", "south"):
                try:
                    async with asyncio.timeout(2):
                        await asyncio.sleep(10)
                except TimeoutError:
                    print(f"{mirror}: no answer")
    except TimeoutError:
        print("giving up on all of them")


asyncio.run(main())
