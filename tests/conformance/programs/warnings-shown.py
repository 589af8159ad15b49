# Warnings: shown, once, turned into errors, and the one for a coroutine never awaited.
import asyncio
import gc
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, "|", str(message).splitlines()[0])


warnings.showwarning = show
warnings.simplefilter("always")


async def old():
    warnings.warn("use new()", DeprecationWarning)
    await asyncio.sleep(0)


async def main():
    await asyncio.gather(old(), old())
    warnings.simplefilter("once")
    await asyncio.gather(old(), old())
    warnings.simplefilter("always")
    old()
    gc.collect()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        await old()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await old()
    print(len(caught), caught[0].category.__name__)
    warnings.simplefilter("error")
    try:
        await old()
    except DeprecationWarning as error:
        print("raised:", error)


asyncio.run(main())
