# An exception that nobody reads is reported to the loop's handler when its task goes away.
import asyncio
import gc


def report(loop, context):
    print(context["message"])
    print(repr(context["exception"]), context["future"].get_name())


async def fails(name):
    await asyncio.sleep(0.05)
    raise ValueError(name)


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    task = asyncio.create_task(fails("lost"), name="forgotten")
    await asyncio.sleep(0.1)
    print("finished:", task.done())
    del task
    gc.collect()
    task = asyncio.create_task(fails("seen"), name="looked at")
    await asyncio.sleep(0.1)
    print(task.exception())
    del task
    gc.collect()
    print("end")


asyncio.run(main())
