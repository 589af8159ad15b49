# Threads: start, join, is_alive, names, daemon, join with a timeout.
import threading
import time


def worker(seconds):
    name = threading.current_thread().name
    print(name, "begins")
    time.sleep(seconds)
    print(name, "ends")


start = time.monotonic()
threads = [
    threading.Thread(target=worker, args=(n / 4,), name=f"worker-{n}") for n in (3, 1, 2)
]
print(threads[0].is_alive(), threads[0].daemon)
for thread in threads:
    thread.start()
    time.sleep(0.05)
print(threading.active_count(), threading.main_thread() is threading.current_thread())
threads[0].join(timeout=0.3)
print("after the timeout:", threads[0].is_alive())
for thread in threads:
    thread.join()
print(time.monotonic() - start >= 0.7, [thread.is_alive() for thread in threads])
try:
    threads[0].start()
except RuntimeError as error:
    print(error)
