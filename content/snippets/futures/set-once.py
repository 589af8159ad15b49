import asyncio


async def mirror(name, delay, fastest):
    await asyncio.sleep(delay)
    if fastest.done():
        print(f"{name} came too late")
        return
    fastest.set_result(name)
    print(f"{name} delivered")


async def main():
    fastest = asyncio.get_running_loop().create_future()
    mirrors = [
        asyncio.create_task(mirror("Oslo", 1, fastest)),
        asyncio.create_task(mirror("Lima", 3, fastest)),
    ]
    print("first answer:", await fastest)
    for result in await asyncio.gather(*mirrors, return_exceptions=True):
        print(repr(result))


asyncio.run(main())
