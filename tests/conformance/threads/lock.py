# A lock between threads: waiting, not waiting, waiting for a while, released by another.
import threading
import time

lock = threading.Lock()


def holder():
    with lock:
        print("held")
        time.sleep(0.5)
        print("about to release")


thread = threading.Thread(target=holder)
thread.start()
time.sleep(0.05)
print("at once:", lock.acquire(blocking=False))
print("within 0.1:", lock.acquire(timeout=0.1), lock.locked())
print("in the end:", lock.acquire(timeout=5))
thread.join()
threading.Timer(0.1, lock.release).start()
print("again:", lock.acquire(timeout=5))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
