import asyncio
from itertools import count


async def main():
    patients = asyncio.PriorityQueue()
    patients.put_nowait((1, {"name": "Ann"}))
    try:
        patients.put_nowait((1, {"name": "Ben"}))
    except TypeError as error:
        print("TypeError:", error)

    number = count()
    patients = asyncio.PriorityQueue()
    for name in ("Ann", "Ben"):
        patients.put_nowait((1, next(number), {"name": name}))
    for _ in range(2):
        print(patients.get_nowait()[-1]["name"])


asyncio.run(main())
