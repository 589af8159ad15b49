# multiprocessing.Process: its own memory, its exit code, a queue between.
import multiprocessing
import time

counter = 0


def child(results, number):
    global counter
    counter += number
    time.sleep(0.1)
    results.put((number, counter))


def leaves():
    raise SystemExit(3)


if __name__ == "__main__":
    results = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=child, args=(results, n)) for n in (1, 2)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes))
    for process in processes:
        process.join()
    print([process.exitcode for process in processes], counter)
    process = multiprocessing.Process(target=leaves, name="leaver")
    print(process.name, process.is_alive(), process.exitcode)
    process.start()
    process.join()
    print(process.is_alive(), process.exitcode)
