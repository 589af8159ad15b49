# asyncio.run cancels whatever is left when main returns, and waits for its cleanup.
import asyncio
import time

start = time.monotonic()


async def background(name, cleanup):
    try:
        while True:
            await asyncio.sleep(0.3)
    finally:
        await asyncio.sleep(cleanup)
        print(f"{time.monotonic() - start:.1f}", name, "stopped")


async def main():
    tasks = [
        asyncio.create_task(background("a", 0.2)),
        asyncio.create_task(background("b", 0.1)),
        asyncio.create_task(background("c", 0.3)),
    ]
    await asyncio.sleep(0.2)
    return len(tasks)


print("main returned", asyncio.run(main()))
