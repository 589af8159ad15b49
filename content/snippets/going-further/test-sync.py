import asyncio
import unittest


class PriceTest(unittest.TestCase):
    async def test_price(self):
        await asyncio.sleep(1)
        self.assertEqual(2 + 2, 5)


unittest.main()
