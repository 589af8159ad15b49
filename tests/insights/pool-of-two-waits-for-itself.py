from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def leaf(n):
    return n * n


def branch(n):
    return sum(future.result() for future in [pool.submit(leaf, n), pool.submit(leaf, n + 1)])


branches = [pool.submit(branch, n) for n in range(2)]
print([future.result() for future in branches])
