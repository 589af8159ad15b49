import asyncio
import time


class Lift:
    async def __aenter__(self):
        await asyncio.sleep(1.5)
        print("doors open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("doors closed")

    async def ride(self, floor):
        await asyncio.sleep(3)
        raise RuntimeError(f"stuck below floor {floor}")


async def play_music():
    for bar in range(1, 6):
        print(f"music, bar {bar}")
        await asyncio.sleep(1)


async def passenger():
    lift = await Lift().__aenter__()
    try:
        await lift.ride(7)
    except RuntimeError as error:
        print("doors closed")
        print("alarm:", error)


async def main():
    await asyncio.gather(play_music(), passenger())


asyncio.run(main())
