import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    polls = [
        asyncio.create_task(asyncio.to_thread(time.sleep, 10))
        for _ in range(2)
    ]
    await asyncio.sleep(1)
    print("where is localhost?")
    await loop.getaddrinfo("localhost", 80)
    print("known")
    await asyncio.gather(*polls)


asyncio.run(main())
