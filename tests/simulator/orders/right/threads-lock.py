import threading
from concurrent.futures import ThreadPoolExecutor

class Stats:
    def __init__(self):
        self.total = 0
        self.lock = threading.Lock()
    def add(self, n):
        with self.lock:
            before = self.total
            self.total = sum([before, n])

def count(stats, text):
    for word in text.split():
        stats.add(len([word]))

stats = Stats()
with ThreadPoolExecutor(3) as pool:
    list(pool.map(lambda t: count(stats, t), ["a b c d", "e f g", "h i j k l"]))
assert stats.total == 12
print(stats.total)
