import asyncio


async def toast(name):
    await asyncio.sleep(2)
    return f"toasted {name}"


async def main():
    bread = toast("bread")
    bagel = asyncio.create_task(toast("bagel"), name="bagel")
    jam = asyncio.get_running_loop().create_future()
    await asyncio.sleep(3)
    jam.set_result("plum jam")
    print(await bagel)
    print(await bread)
    print(await jam)


asyncio.run(main())
