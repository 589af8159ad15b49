# Thread-local data: each thread's own, also a subclass that initialises itself per thread.
import threading
import time


class Session(threading.local):
    def __init__(self, kind):
        self.kind = kind
        self.requests = 0


plain = threading.local()
session = Session("http")


def worker(number):
    print(number, "has a name:", hasattr(plain, "name"), session.requests)
    plain.name = f"worker {number}"
    session.requests += number
    time.sleep(0.2)
    print(plain.name, session.kind, session.requests)


plain.name = "main"
session.requests = 100
threads = [threading.Thread(target=worker, args=(number,)) for number in (1, 2)]
for thread in threads:
    thread.start()
    time.sleep(0.05)
for thread in threads:
    thread.join()
print(plain.name, session.requests)
