# A barrier: all arrive, an action by one, phases; a timeout breaks it for everyone.
import threading
import time

barrier = threading.Barrier(3, action=lambda: print("all here"))
start = time.monotonic()


def runner(number):
    for _ in range(2):
        time.sleep(number * 0.1)
        barrier.wait()
    time.sleep(number * 0.05)
    print(f"runner {number} done")


def impatient(name, timeout, pause=0):
    try:
        barrier.wait(timeout)
    except threading.BrokenBarrierError:
        time.sleep(pause)
        print(name, "broken", barrier.broken)


threads = [threading.Thread(target=runner, args=(number,)) for number in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("two phases at the pace of the slowest:", time.monotonic() - start >= 0.6)
thread = threading.Thread(target=impatient, args=("patient", None, 0.05))
thread.start()
time.sleep(0.05)
print("waiting:", barrier.n_waiting, "of", barrier.parties)
impatient("impatient", 0.1)
thread.join()
barrier.reset()
print("broken:", barrier.broken)
