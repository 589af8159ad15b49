import asyncio


async def clerk(letters):
    try:
        while True:
            letter = await letters.get()
            await asyncio.sleep(1)
            print(f"letter {letter} is sent")
    except asyncio.QueueShutDown:
        print("clerk: nothing left, I go home")


async def main():
    letters = asyncio.Queue()
    async with asyncio.TaskGroup() as office:
        office.create_task(clerk(letters), name="clerk")
        for letter in (1, 2, 3):
            letters.put_nowait(letter)
        letters.shutdown()
        print("no more letters are taken")


asyncio.run(main())
