import asyncio

async def heartbeat(beats):
    while True:
        beats.append(1)
        await asyncio.sleep(0.1)

async def main():
    beats = []
    task = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0.35)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    assert beats
    print("stopped")

asyncio.run(main())
