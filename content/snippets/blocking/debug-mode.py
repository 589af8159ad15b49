import asyncio
import time


async def save(order):
    time.sleep(0.5)
    await asyncio.sleep(1)


async def main():
    saving = asyncio.create_task(save("two teas"))
    await asyncio.sleep(1)
    await saving
    print("saved")


asyncio.run(main(), debug=True)
