import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def long_poll(feed):
    time.sleep(10)


def look_up(word):
    return {"vin": "wine"}[word]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    with ThreadPoolExecutor(max_workers=2) as slow_pool:
        polls = [
            loop.run_in_executor(slow_pool, long_poll, feed)
            for feed in ("news", "weather")
        ]
        await asyncio.sleep(1)
        print("asking for vin")
        print(await asyncio.to_thread(look_up, "vin"))
        await asyncio.gather(*polls)


asyncio.run(main())
