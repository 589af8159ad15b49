import asyncio
import traceback


def whereabouts():
    task = asyncio.current_task().get_name()
    frames = traceback.extract_stack(limit=4)[:3]
    return f"{task}: " + " > ".join(frame.name for frame in frames)


async def fetch(page):
    print("before", whereabouts())
    await asyncio.sleep(1)
    print("after ", whereabouts())


async def visit(shop):
    await fetch(f"{shop}/prices")


async def main():
    await visit("bakery")


asyncio.run(main())
