import asyncio


async def send_mail(to):
    await asyncio.sleep(1)
    raise ValueError(f"no such address: {to}")


def report(task):
    if not task.cancelled() and task.exception():
        print("mail:", task.exception())


async def main():
    task = asyncio.create_task(send_mail("ann"))
    task.add_done_callback(report)
    await asyncio.sleep(2)
    print("main: finished")


asyncio.run(main())
