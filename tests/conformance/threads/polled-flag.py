"""A thread that polls a flag still lets the thread run that sets it."""

import threading
import time

ready = False
seen = []


def prepare():
    global ready
    time.sleep(0.2)
    ready = True


def watch():
    while not ready:
        pass
    seen.append("watcher")


threads = [threading.Thread(target=prepare), threading.Thread(target=watch)]
for thread in threads:
    thread.start()
while not ready:
    pass
seen.append("main")
for thread in threads:
    thread.join()
print(sorted(seen))
