import threading
import time


def ask_price(shop, seconds, euros):
    time.sleep(seconds)
    print(f"{shop}: {euros} euros")
    prices.append(euros)


prices = []
threads = [
    threading.Thread(target=ask_price, args=shop, name=shop[0])
    for shop in [("bakery", 3, 5), ("market", 2, 4), ("kiosk", 1, 6)]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("cheapest:", min(prices), "euros")
