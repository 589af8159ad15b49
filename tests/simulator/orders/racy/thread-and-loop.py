"""A thread fills a list while the loop sums it."""
import asyncio
import threading
import time

prices = []


def fetch_prices():
    for price in (10, 20, 30):
        time.sleep(0.1)
        prices.append(price)


async def main():
    thread = threading.Thread(target=fetch_prices)
    thread.start()
    await asyncio.sleep(0.302)
    total = sum(prices)
    print("total", total)
    thread.join()
    assert total == 60, total


asyncio.run(main())
