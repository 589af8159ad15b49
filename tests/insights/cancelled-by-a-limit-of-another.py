import asyncio


async def load():
    await asyncio.sleep(2)


async def use(loading, patience):
    try:
        return await asyncio.wait_for(loading, patience)
    except TimeoutError:
        return "default"


async def main():
    loading = asyncio.create_task(load())
    print(await asyncio.gather(use(loading, 1), use(loading, 5), return_exceptions=True))


asyncio.run(main())
