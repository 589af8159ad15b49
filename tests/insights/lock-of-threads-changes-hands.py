import threading
import time

lock = threading.Lock()


def brief():
    with lock:
        time.sleep(0.2)


def keeper():
    time.sleep(0.1)
    lock.acquire()


def late():
    time.sleep(0.15)
    with lock:
        print("mine")


for each in (brief, keeper, late):
    threading.Thread(target=each, name=each.__name__).start()
