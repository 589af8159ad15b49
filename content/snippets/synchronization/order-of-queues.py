import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        patients = kind()
        for patient in ((2, "cough"), (3, "nail"), (1, "heart")):
            patients.put_nowait(patient)
        order = [patients.get_nowait()[1] for _ in range(3)]
        print(f"{kind.__name__:13} {', '.join(order)}")


asyncio.run(main())
