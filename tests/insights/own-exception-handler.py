import asyncio


def report(loop, context):
    print("reported:", context["exception"])


async def job():
    raise ValueError("no name")


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    asyncio.create_task(job())
    await asyncio.sleep(0.1)


asyncio.run(main())
