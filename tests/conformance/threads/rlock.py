# An RLock may be taken again by its owner, and by no other until as many releases.
import threading
import time

lock = threading.RLock()


def tree(depth):
    with lock:
        if depth:
            tree(depth - 1)
        else:
            time.sleep(0.2)
            print("at the bottom")


def other():
    with lock:
        print("other has it")


thread = threading.Thread(target=tree, args=(3,))
thread.start()
time.sleep(0.05)
second = threading.Thread(target=other)
second.start()
print("free at once:", lock.acquire(blocking=False))
thread.join()
second.join()
lock.acquire()
lock.acquire()
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
