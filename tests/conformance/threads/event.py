# An event between threads: several wait, one sets; a wait that times out; set, cleared, set again.
import threading
import time

ready = threading.Event()
start = time.monotonic()


def waiter(number):
    time.sleep(number * 0.02)
    result = ready.wait()
    time.sleep(number * 0.1)
    print(number, "goes", result)


threads = [threading.Thread(target=waiter, args=(number,)) for number in (2, 4)]
for thread in threads:
    thread.start()
print("in time:", ready.wait(0.2), ready.is_set())
ready.set()
for thread in threads:
    thread.join()
print("at once:", ready.wait(5), ready.is_set())
ready.clear()
threading.Timer(0.1, ready.set).start()
print("again:", ready.wait(5))
print(time.monotonic() - start >= 0.7)
