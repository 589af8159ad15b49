import threading
import time


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]
threads = [
    threading.Thread(target=ask, args=station, name=station[0])
    for station in stations
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all stations asked")
