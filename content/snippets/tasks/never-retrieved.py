import asyncio


async def send_mail(to):
    await asyncio.sleep(1)
    raise ValueError(f"no such address: {to}")


async def main():
    task = asyncio.create_task(send_mail("ann"))
    await asyncio.sleep(2)
    print("main: all is well, it seems")
    del task
    print("main: finished")


asyncio.run(main())
