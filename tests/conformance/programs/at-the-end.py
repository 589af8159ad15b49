# The end of a program: threads are joined, then atexit in reverse, daemon threads are left.
import atexit
import threading
import time

atexit.register(print, "atexit 1")
atexit.register(print, "atexit 2")


@atexit.register
def decorated():
    print("atexit 3, alive:", [t.name for t in threading.enumerate() if not t.daemon])


def worker(name, seconds):
    time.sleep(seconds)
    print(name, "ends")


def dropped():
    print("never printed")


atexit.register(dropped)
atexit.unregister(dropped)
atexit.register(lambda: print("atexit 4"))
threading.Thread(target=worker, args=("worker", 0.2)).start()
threading.Thread(target=worker, args=("daemon", 2), daemon=True).start()
print("main ends")
