import asyncio


async def unpack(parcel):
    return f"unpacked {await parcel}"


async def main():
    parcel = asyncio.get_running_loop().create_future()
    coro = unpack(parcel)

    print("the parcel comes out:", coro.send(None) is parcel)
    parcel.set_result("a book")
    try:
        coro.send(None)
    except StopIteration as stop:
        print(stop.value)


asyncio.run(main())
