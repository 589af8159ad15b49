import asyncio


def plain():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


def thread(loop):
    plain()
    loop.call_soon_threadsafe(print, "handed over to the loop")


async def main():
    loop = asyncio.get_running_loop()
    print("a loop is running:", loop.is_running())
    await asyncio.to_thread(thread, loop)


plain()
asyncio.run(main())
