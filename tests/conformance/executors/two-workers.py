# Six jobs of 0.2 s on two workers take 0.6 s; the names of the threads that did them.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

start = time.monotonic()


def job(number):
    time.sleep(0.2)
    return number, threading.current_thread().name


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as executor:
    futures = [executor.submit(job, number) for number in range(6)]
    time.sleep(0.05)
    print("submitted", futures[0].running(), futures[5].running(), futures[5].done())
print(round(time.monotonic() - start, 1), [future.result()[0] for future in futures])
print(sorted({future.result()[1] for future in futures}))
try:
    executor.submit(job, 6)
except RuntimeError as error:
    print(error)
