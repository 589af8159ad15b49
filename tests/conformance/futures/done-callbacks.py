# Done callbacks: in order, in the next turn, removable; an error in one reaches the loop's handler.
import asyncio


def note(label):
    def callback(future):
        print(label, future.result())

    return callback


def broken(future):
    raise RuntimeError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["exception"]))
    future = loop.create_future()
    first, second = note("first"), note("second")
    for callback in (first, second, broken, first):
        future.add_done_callback(callback)
    print("removed", future.remove_done_callback(second))
    loop.call_soon(print, "scheduled before the result")
    future.set_result("result")
    loop.call_soon(print, "scheduled after the result")
    print("nothing called yet")
    await asyncio.sleep(0)
    print("all called")
    future.add_done_callback(note("late"))
    await asyncio.sleep(0)


asyncio.run(main())
