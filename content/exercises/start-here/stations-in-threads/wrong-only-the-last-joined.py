import threading
import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


threads = [
    threading.Thread(target=ask, args=station) for station in stations
]
for thread in threads:
    thread.start()
threads[-1].join()
print("all stations asked")
