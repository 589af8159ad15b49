import asyncio, threading, time
loop = asyncio.new_event_loop()
async def tick():
    while True:
        await asyncio.sleep(5)
        print("tick")
def stopper():
    time.sleep(0.3)
    loop.stop()
    print("stop requested")
loop.create_task(tick())
threading.Thread(target=stopper).start()
t = time.monotonic()
loop.run_forever()
print(f"stopped after {time.monotonic() - t:.1f}s")
