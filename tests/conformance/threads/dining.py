# Five philosophers, five forks, threads; taking the lower fork first lets all of them eat.
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def philosopher(seat):
    first, second = sorted((seat, (seat + 1) % 5))
    for _ in range(2):
        with forks[first], forks[second]:
            time.sleep(0.05)
            meals[seat] += 1


threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=2)
print(meals, any(thread.is_alive() for thread in threads))
