# Timers: one runs, one is cancelled, one that repeats itself.
import threading
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


def beat(left):
    print(at(), "beat", left)
    if left:
        threading.Timer(0.2, beat, args=(left - 1,)).start()


late = threading.Timer(0.3, print, args=("never printed",))
late.start()
threading.Timer(0.1, beat, kwargs={"left": 2}).start()
time.sleep(0.2)
late.cancel()
late.join()
print(at(), "cancelled", late.is_alive())
