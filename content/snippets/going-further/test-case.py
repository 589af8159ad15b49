import asyncio
import unittest


async def cheapest(*questions):
    return min(await asyncio.gather(*questions))


async def price(amount):
    await asyncio.sleep(0.1)
    if amount is None:
        raise ConnectionError("no answer")
    return amount


class CheapestTest(unittest.IsolatedAsyncioTestCase):
    async def test_finds_the_lowest_price(self):
        found = await cheapest(price(4), price(3), price(5))
        self.assertEqual(found, 3)

    async def test_passes_on_an_error(self):
        with self.assertRaises(ConnectionError):
            await cheapest(price(4), price(None))


unittest.main(verbosity=2)
