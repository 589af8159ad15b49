import asyncio


async def operation(seconds):
    await asyncio.sleep(seconds)


async def main():
    coroutine = operation(2)
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print("TypeError:", error)
    done, pending = await asyncio.wait([asyncio.create_task(coroutine)])
    print(len(done), "done")


asyncio.run(main())
