import asyncio


async def job():
    try:
        await asyncio.sleep(0.1)
        raise RuntimeError("late")
    except Exception as exc:
        loop = asyncio.get_running_loop()
        loop.call_exception_handler({"message": "job failed", "exception": exc})


async def main():
    await job()
    print("end")


asyncio.run(main())
