import asyncio
import sys


async def copy(source, target):
    item = await source.get()
    await target.put(item)


async def main():
    inbox, outbox = asyncio.Queue(), asyncio.Queue()
    copier = asyncio.create_task(copy(inbox, outbox), name="copier")
    try:
        async with asyncio.timeout(5):
            await outbox.get()
    except TimeoutError:
        for task in asyncio.all_tasks():
            if task is not asyncio.current_task():
                task.print_stack(file=sys.stderr)


asyncio.run(main())
