import queue, threading

def produce(q):
    for n in range(20):
        q.put(n)
    q.put(None)

def consume(q, out):
    while (n := q.get()) is not None:
        out.append(n)

q, out = queue.Queue(4), []
threads = [threading.Thread(target=produce, args=(q,)), threading.Thread(target=consume, args=(q, out))]
for t in threads: t.start()
for t in threads: t.join()
assert out == list(range(20)), out
print(len(out))
