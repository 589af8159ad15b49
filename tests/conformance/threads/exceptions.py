# An exception in a thread ends that thread only; threading.excepthook is told.
import threading
import time


def hook(arguments):
    print("hook:", arguments.thread.name, arguments.exc_type.__name__, arguments.exc_value)


def fails():
    time.sleep(0.05)
    raise ValueError("in a thread")


def leaves():
    raise SystemExit(5)


threading.excepthook = hook
for target in (fails, leaves):
    thread = threading.Thread(target=target, name=target.__name__)
    thread.start()
    thread.join()
    print(thread.name, "alive:", thread.is_alive())
print("main goes on")
