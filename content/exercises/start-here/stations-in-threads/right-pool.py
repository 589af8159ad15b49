import time
from concurrent.futures import ThreadPoolExecutor

stations = [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


with ThreadPoolExecutor() as pool:
    for station in stations:
        pool.submit(ask, *station)
print("all stations asked")
