import asyncio


class Van:
    async def __aenter__(self):
        await asyncio.sleep(0.5)

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(1.5)


async def main():
    try:
        async with Van():
            await asyncio.sleep(2)
            raise TimeoutError("traffic jam")
    except TimeoutError as error:
        print("caught:", error)
    await asyncio.sleep(1)
    print("the customer has been told")


asyncio.run(main())
