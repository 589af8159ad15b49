from concurrent.futures import ThreadPoolExecutor, wait

class Crawler:
    def __init__(self):
        self.pool = ThreadPoolExecutor(2, thread_name_prefix="crawl")

    def page(self, n):
        return n

    def site(self, n):
        futures = [self.pool.submit(self.page, i) for i in range(n)]
        wait(futures)
        return sum(f.result() for f in futures)

c = Crawler()
sites = [c.pool.submit(c.site, 2) for _ in range(2)]
print([s.result() for s in sites])
