import asyncio
import threading
import time

loop = asyncio.new_event_loop()


def stop_later():
    time.sleep(0.5)
    loop.stop()


threading.Thread(target=stop_later, name="stopper").start()
loop.run_forever()
print("stopped")
