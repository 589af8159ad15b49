import threading
import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


for station in stations:
    thread = threading.Thread(target=ask, args=station)
    thread.start()
    thread.join()
print("all stations asked")
