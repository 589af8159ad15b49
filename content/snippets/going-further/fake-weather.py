import asyncio
import unittest
from unittest.mock import AsyncMock


async def forecast(fetch, pause):
    for attempt in range(4):
        try:
            return await fetch("Oslo")
        except TimeoutError:
            await asyncio.sleep(pause)
    return "no idea"


class ForecastTest(unittest.IsolatedAsyncioTestCase):
    async def test_asks_until_it_hears(self):
        fetch = AsyncMock(side_effect=[TimeoutError, "rain", "sun"])
        self.assertEqual(await forecast(fetch, pause=0), "rain")
        print("asked", fetch.await_count, "times")


unittest.main()
