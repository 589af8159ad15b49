import time
from threading import Thread

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


threads = []
for station, seconds in stations:
    threads.append(Thread(target=ask, args=(station, seconds)))
    threads[-1].start()
for thread in threads:
    thread.join()
print("all stations asked")
