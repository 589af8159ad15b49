# Priority, last-in-first-out and simple queues, filled by one thread and emptied by another.
import queue
import threading
import time


def fill(target, items):
    for item in items:
        time.sleep(0.02)
        target.put(item)


for kind in (queue.PriorityQueue, queue.LifoQueue, queue.SimpleQueue):
    source = kind()
    thread = threading.Thread(target=fill, args=(source, [3, 1, 2]))
    thread.start()
    print(kind.__name__, "first", source.get(timeout=1))
    thread.join()
    print([source.get_nowait() for _ in range(source.qsize())], source.empty())
    try:
        source.get(block=False)
    except queue.Empty:
        print("empty")
