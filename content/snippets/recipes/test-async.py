import asyncio
import unittest


async def fastest(shops):
    tasks = [asyncio.create_task(shop()) for shop in shops]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    return done.pop().result()


class FastestTest(unittest.IsolatedAsyncioTestCase):
    async def test_calls_off_the_slower_shop(self):
        never = asyncio.Event()
        ended = asyncio.Event()

        async def quick():
            return "bakery"

        async def slow():
            try:
                await never.wait()
            finally:
                ended.set()

        self.assertEqual(await fastest([quick, slow]), "bakery")
        async with asyncio.timeout(1):
            await ended.wait()


unittest.main(verbosity=2)
