from concurrent.futures import ThreadPoolExecutor
import asyncio, time

def work(n):
    time.sleep(0.5)
    print("worked", n)

async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(1)
    a = loop.run_in_executor(pool, work, 1)
    try:
        await asyncio.wait_for(loop.run_in_executor(pool, work, 2), 0.1)
    except TimeoutError:
        print("gave up on 2")
    await a
    pool.shutdown()

asyncio.run(main())
