import asyncio


def show(future):
    print("answer:", future.result() / 0)


async def ask():
    await asyncio.sleep(0.3)
    return 42


async def main():
    task = asyncio.create_task(ask())
    task.add_done_callback(show)
    asyncio.get_running_loop().call_later(0.1, lambda: {}["gone"])
    await asyncio.sleep(1)


asyncio.run(main())
