import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


for station, _ in reversed(stations):
    ask(station, 1)
print("all stations asked")
