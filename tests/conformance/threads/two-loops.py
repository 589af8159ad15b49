# Two threads, each with its own asyncio.run: they interleave in time.
import asyncio
import threading

lines = []


async def ticks(name, first, pause):
    await asyncio.sleep(first)
    for number in range(3):
        lines.append(f"{name} {number}")
        await asyncio.sleep(pause)
    return threading.current_thread().name


def run(name, first, pause):
    print(asyncio.run(ticks(name, first, pause)))


threads = [
    threading.Thread(target=run, args=("a", 0.1, 0.2), name="thread a"),
    threading.Thread(target=run, args=("b", 0.2, 0.2), name="thread b"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*lines, sep="\n")
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
