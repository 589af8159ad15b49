import asyncio, os

def leaf(n):
    return n

def branch(loop, n):
    return asyncio.run_coroutine_threadsafe(asyncio.to_thread(leaf, n), loop).result()

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(asyncio.to_thread(branch, loop, i) for i in range(40))))

asyncio.run(main())
