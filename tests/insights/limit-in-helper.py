import asyncio


async def with_limit(awaitable):
    async with asyncio.timeout(0.5):
        return await awaitable


async def page(name):
    await asyncio.sleep(len(name))
    return name


async def main():
    answers = await asyncio.gather(
        *(with_limit(page(name)) for name in ("", "news", "sport")), return_exceptions=True
    )
    print(answers)


asyncio.run(main())
