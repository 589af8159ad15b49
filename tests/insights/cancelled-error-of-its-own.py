import asyncio


async def give_up():
    await asyncio.sleep(0.1)
    raise asyncio.CancelledError("enough")


async def wait_for_answer(answer):
    await answer


async def main():
    answer = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.2, answer.cancel)
    tasks = [asyncio.create_task(give_up()), asyncio.create_task(wait_for_answer(answer))]
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])


asyncio.run(main())
