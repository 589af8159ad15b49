# The loop's exception handler: errors in callbacks, call_exception_handler, the default again.
import asyncio
import logging


def handler(loop, context):
    print(sorted(context), "->", context.get("message", "").split(" <")[0][:22])


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(int, "not a number")
    loop.call_later(0.05, lambda: 1 / 0)
    await asyncio.sleep(0.1)
    loop.call_exception_handler({"message": "by hand", "detail": 42})
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    logging.getLogger("asyncio").addFilter(lambda record: print("default:", record.levelname))
    loop.call_soon(int, "not a number")
    await asyncio.sleep(0.05)
    print("the loop goes on")
    try:
        loop.set_exception_handler("not callable")
    except TypeError:
        print("must be callable")


asyncio.run(main())
