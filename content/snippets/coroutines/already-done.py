import asyncio


async def main():
    loop = asyncio.get_running_loop()
    parcel = loop.create_future()
    parcel.set_result("a book")

    loop.call_soon(print, "the event loop has a turn")
    print("in the parcel:", await parcel)
    await asyncio.sleep(0)
    print("done")


asyncio.run(main())
