# shutdown: without waiting, cancelling what has not begun, an initializer.
import time
from concurrent.futures import ThreadPoolExecutor


def job(number):
    time.sleep(0.2)
    return number


def prepare(word):
    print("prepared with", word)


executor = ThreadPoolExecutor(1, initializer=prepare, initargs=("coffee",))
futures = [executor.submit(job, number) for number in range(3)]
time.sleep(0.05)
executor.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures], futures[0].done())
print(futures[0].result())
executor = ThreadPoolExecutor(1)
future = executor.submit(job, 7)
begun = time.monotonic()
executor.shutdown()
print("waited:", time.monotonic() - begun >= 0.2, future.result())
