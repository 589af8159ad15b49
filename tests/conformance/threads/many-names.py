# enumerate, idents and names while threads come and go.
import threading
import time

idents = {}


def worker():
    thread = threading.current_thread()
    idents[thread.name] = threading.get_ident() == thread.ident
    time.sleep(0.2)


threads = [threading.Thread(target=worker, name=name) for name in ("red", "green", "blue")]
print([thread.ident for thread in threads])
for thread in threads:
    thread.start()
time.sleep(0.1)
print(sorted(thread.name for thread in threading.enumerate()))
print(sorted(idents.items()))
print(len({thread.ident for thread in threads} | {threading.get_ident()}))
for thread in threads:
    thread.join()
print([thread.name for thread in threading.enumerate()])
unnamed = threading.Thread(target=worker)
unnamed.name = "named late"
unnamed.start()
unnamed.join()
print(unnamed.name, idents[unnamed.name])
