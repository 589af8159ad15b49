import threading
import time


def wait():
    time.sleep(1)


def count():
    sum(all(n % d for d in range(2, n)) for n in range(2, 3_500))


for work, number in [(wait, 1), (wait, 4), (count, 1), (count, 4)]:
    threads = [threading.Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{number} x {work.__name__}: done")
