import asyncio


async def peel(raw, peeled):
    try:
        while True:
            potato = await raw.get()
            await asyncio.sleep(1)
            await peeled.put(potato)
    except asyncio.QueueShutDown:
        print("peeler: no more potatoes")


async def fry(peeled):
    try:
        while True:
            potato = await peeled.get()
            await asyncio.sleep(1.5)
            print(f"potato {potato} is fried")
    except asyncio.QueueShutDown:
        print("fryer: off")


async def main():
    raw, peeled = asyncio.Queue(), asyncio.Queue()
    for potato in (1, 2):
        raw.put_nowait(potato)
    raw.shutdown()
    await asyncio.gather(peel(raw, peeled), fry(peeled))


asyncio.run(main())
