import time


def ask(station, seconds):
    time.sleep(seconds)
    print(f"{station} answers")


for station, seconds in [("Bergen", 3), ("Lisbon", 2), ("Athens", 1)]:
    ask(station, seconds)
print("all stations asked")
