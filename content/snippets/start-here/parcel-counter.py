import time


def serve(customer, parcels):
    for _ in range(parcels):
        time.sleep(1.5)
    print(f"{customer} leaves")


for customer, parcels in [("Ida", 2), ("Jon", 1), ("Kim", 3)]:
    serve(customer, parcels)
print("the counter closes")
