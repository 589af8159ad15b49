import asyncio
import unittest
from unittest.mock import AsyncMock


async def fetch_twice(fetch):
    try:
        return await fetch("prices")
    except ConnectionError:
        await asyncio.sleep(1)
        return await fetch("prices")


class RetryTest(unittest.IsolatedAsyncioTestCase):
    async def test_asks_again_after_an_error(self):
        fetch = AsyncMock(side_effect=[ConnectionError, "tea: 3.50"])
        self.assertEqual(await fetch_twice(fetch), "tea: 3.50")
        self.assertEqual(fetch.await_count, 2)


unittest.main(verbosity=2)
