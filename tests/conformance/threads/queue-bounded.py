# queue.Queue between threads: full, empty, timeouts, join and task_done.
import queue
import threading
import time

start = time.monotonic()
jobs = queue.Queue(maxsize=2)


def worker():
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            return
        time.sleep(0.2)
        print("did", job)
        jobs.task_done()


thread = threading.Thread(target=worker)
thread.start()
for number in range(4):
    jobs.put(number)
    time.sleep(0.01)
print("all put", time.monotonic() - start >= 0.2)
jobs.put(None)
jobs.join()
thread.join()
print("all done", jobs.empty(), time.monotonic() - start >= 0.8)
try:
    jobs.get(timeout=0.1)
except queue.Empty:
    print("empty")
jobs.put("x")
jobs.put("y")
for put in (lambda: jobs.put("z", timeout=0.1), lambda: jobs.put_nowait("z")):
    try:
        put()
    except queue.Full:
        print("full", jobs.qsize())
