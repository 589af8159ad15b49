import asyncio


async def main():
    upload = asyncio.get_running_loop().create_future()
    upload.set_exception(ConnectionError("the line went dead"))
    await asyncio.sleep(1)
    print("nobody has asked")
    del upload
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main())
