import asyncio
import unittest
from unittest.mock import AsyncMock


async def first_answer(shops):
    tasks = [asyncio.create_task(shop()) for shop in shops]
    try:
        for finished in asyncio.as_completed(tasks):
            try:
                return await finished
            except OSError:
                pass  # the next one, then
        raise ConnectionError("no shop answers")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class FirstAnswerTest(unittest.IsolatedAsyncioTestCase):
    async def test_passes_over_a_failure_and_calls_off_the_rest(self):
        ended = []

        async def stuck():
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("stuck")

        broken = AsyncMock(side_effect=ConnectionError)
        quick = AsyncMock(return_value="bakery")
        async with asyncio.timeout(1):
            answer = await first_answer([stuck, broken, quick])
        self.assertEqual((answer, ended), ("bakery", ["stuck"]))


unittest.main(verbosity=2)
