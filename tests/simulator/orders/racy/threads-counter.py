from concurrent.futures import ThreadPoolExecutor


class Stats:
    def __init__(self):
        self.total = 0

    def current(self):
        return self.total

    def store(self, value):
        self.total = value


def count_words(stats, text):
    for word in text.split():
        stats.store(stats.current() + 1)


stats = Stats()
texts = ["the quick brown fox", "jumps over the lazy dog", "and runs away"]
with ThreadPoolExecutor(3) as pool:
    list(pool.map(lambda text: count_words(stats, text), texts))
print(stats.total)
assert stats.total == 12, stats.total
