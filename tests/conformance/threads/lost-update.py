# Reading, sleeping and writing back loses updates between threads; a lock saves them.
import threading
import time
from contextlib import nullcontext

total = 0


def add(guard, times):
    global total
    for _ in range(times):
        with guard:
            seen = total
            time.sleep(0.01)
            total = seen + 1


def run(guard):
    global total
    total = 0
    threads = [threading.Thread(target=add, args=(guard, 5)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total


print("lost some:", run(nullcontext()) < 20)
print("with a lock:", run(threading.Lock()))
