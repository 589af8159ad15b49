import threading

stock = {"apple": 1}
sold = []


def available(item):
    return stock[item] > 0


def sell(item, customer):
    if available(item):
        stock[item] = stock[item] - len([item])
        sold.append(customer)


threads = [threading.Thread(target=sell, args=("apple", name)) for name in ("ann", "bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sold, stock)
assert len(sold) <= 1, sold
