import asyncio


async def postman(parcel):
    await asyncio.sleep(2)
    print("postman: here it is")
    parcel.set_result("a teapot")


async def main():
    parcel = asyncio.get_running_loop().create_future()
    delivery = asyncio.create_task(postman(parcel))
    print("waiting for the parcel")
    print("unpacked:", await parcel)
    await delivery


asyncio.run(main())
