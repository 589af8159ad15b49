import time


def ask_price(shop, seconds, euros):
    time.sleep(seconds)
    print(f"{shop}: {euros} euros")
    return euros


shops = [("bakery", 3, 5), ("market", 2, 4), ("kiosk", 1, 6)]
prices = []
for shop, seconds, euros in shops:
    prices.append(ask_price(shop, seconds, euros))
print("cheapest:", min(prices), "euros")
