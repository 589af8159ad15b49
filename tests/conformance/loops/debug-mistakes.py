# Debug mode notices call_soon from the wrong thread; a coroutine never awaited warns.
import asyncio
import gc
import threading
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(
    f"{category.__name__}: {str(message).splitlines()[0]}"
)


async def save():
    pass


def from_a_thread(loop):
    try:
        loop.call_soon(print, "never printed")
    except RuntimeError as error:
        print(str(error).split(";")[0])


async def main():
    loop = asyncio.get_running_loop()
    save()
    gc.collect()
    thread = threading.Thread(target=from_a_thread, args=(loop,))
    thread.start()
    await asyncio.sleep(0.1)
    try:
        loop.call_later(0.1, save)
    except TypeError as error:
        print(str(error).split(" <")[0])


asyncio.run(main(), debug=True)
