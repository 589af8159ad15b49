import asyncio


async def answer(name):
    await asyncio.sleep(2)
    print("answer from", name)


async def deliver(letters):
    async with asyncio.TaskGroup() as answers:
        for _ in range(3):
            name = await letters.get()
            print("letter for", name)
            answers.create_task(answer(name))


async def main():
    letters = asyncio.Queue()
    for name in ("Ann", "Ben", "Cas"):
        letters.put_nowait(name)
    await deliver(letters)


asyncio.run(main())
