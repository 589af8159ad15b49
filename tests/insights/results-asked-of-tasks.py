import asyncio


async def upload(name):
    await asyncio.sleep(0.1)
    if name != "a":
        raise OSError(f"no room for {name}")
    return name


async def main():
    uploads = [asyncio.create_task(upload(name)) for name in "ab"]
    await asyncio.gather(*uploads, return_exceptions=True)
    for each in uploads:
        print(each.exception() or each.result())


asyncio.run(main())
