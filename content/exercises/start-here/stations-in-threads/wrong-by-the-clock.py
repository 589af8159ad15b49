import threading
import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


threads = [threading.Thread(target=ask, args=s) for s in stations]
for thread in threads:
    thread.start()
time.sleep(0)
time.sleep(3)
print("all stations asked")
