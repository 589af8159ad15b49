import queue
import threading

items = queue.Queue(maxsize=2)


def produce():
    for n in range(10):
        items.put(n)


def consume():
    for _ in range(3):
        print(items.get())
    raise ValueError("consumer broke")


threads = [
    threading.Thread(target=produce, name="producer"),
    threading.Thread(target=consume, name="consumer"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
