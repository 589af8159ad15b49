# A condition between threads: a bounded buffer, wait_for, a wait that times out.
import threading
import time
from collections import deque

buffer = deque()
changed = threading.Condition()


def producer():
    for item in range(5):
        with changed:
            changed.wait_for(lambda: len(buffer) < 2)
            buffer.append(item)
            changed.notify_all()
        time.sleep(0.02)
    print("all produced")


def consumer():
    for _ in range(5):
        with changed:
            changed.wait_for(lambda: buffer)
            item = buffer.popleft()
            changed.notify_all()
        print("consumed", item)
        time.sleep(0.1)


threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with changed:
    print("notified:", changed.wait(timeout=0.1))
    print("true in time:", changed.wait_for(lambda: len(buffer) > 0, timeout=0.05))
try:
    changed.notify()
except RuntimeError as error:
    print(error)
