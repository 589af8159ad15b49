import asyncio


async def make():
    return asyncio.get_running_loop().create_future()


async def read(parcel):
    try:
        print("got", await parcel)
    except RuntimeError as error:
        print("RuntimeError:", str(error).split(" attached ")[-1])


parcel = asyncio.run(make())
asyncio.run(read(parcel))
