import asyncio

inbox = asyncio.Queue()


async def drain():
    try:
        await asyncio.wait_for(inbox.get(), 0.1)
    except TimeoutError:
        print("empty")


async def serve():
    print(await inbox.get())


asyncio.run(drain())
asyncio.run(serve())
