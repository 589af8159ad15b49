# requires: 3.13
# queue.Queue.shutdown wakes the threads that wait for work.
import queue
import threading
import time

jobs = queue.Queue()
done = []


def worker(number):
    try:
        while True:
            job = jobs.get()
            time.sleep(0.1)
            done.append(job)
    except queue.ShutDown:
        time.sleep(number * 0.05)
        print("worker", number, "leaves")


threads = [threading.Thread(target=worker, args=(number,)) for number in (1, 2)]
for thread in threads:
    thread.start()
for job in range(4):
    jobs.put(job)
jobs.shutdown()
for thread in threads:
    thread.join()
print(sorted(done))
try:
    jobs.put(9)
except queue.ShutDown:
    print("closed")
