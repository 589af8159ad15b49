# Two of five threads at a time through a semaphore; a bounded one notices a release too many.
import threading
import time

slots = threading.Semaphore(2)
lock = threading.Lock()
inside = most = 0
start = time.monotonic()


def job(number):
    global inside, most
    with slots:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.2)
        with lock:
            inside -= 1


threads = [threading.Thread(target=job, args=(number,)) for number in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("at most", most, "in", round(time.monotonic() - start, 1))
print(slots.acquire(), slots.acquire(), slots.acquire(timeout=0.05), slots.acquire(blocking=False))
slots.release(2)
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
