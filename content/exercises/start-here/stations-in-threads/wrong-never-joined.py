import threading
import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


for station in stations:
    threading.Thread(target=ask, args=station).start()
print("all stations asked")
