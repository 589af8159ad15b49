import asyncio
import threading
import time


def press_button(loop, pressed):
    time.sleep(1)
    print("thread: pressed")
    loop.call_soon_threadsafe(pressed.set_result, None)


async def main():
    loop = asyncio.get_running_loop()
    pressed = loop.create_future()
    threading.Thread(target=press_button, args=(loop, pressed)).start()
    tick = asyncio.create_task(asyncio.sleep(4))
    await pressed
    print("main: I heard it")
    await tick


asyncio.run(main())
