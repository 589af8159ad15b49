import asyncio


async def main():
    try:
        async with asyncio.timeout(0.2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("session")
    except KeyError as error:
        print("lost", error)


asyncio.run(main())
