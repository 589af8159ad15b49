import threading
results = [0] * 3
barrier = threading.Barrier(3)

def phase(n):
    results[n] = n + 1
    barrier.wait()
    assert sum(results) == 6
    barrier.wait()
    results[n] *= 2

threads = [threading.Thread(target=phase, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
assert results == [2, 4, 6], results
print(results)
