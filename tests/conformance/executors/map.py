# Executor.map: results in the order of the arguments, errors at their turn, a timeout.
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError


def slow_square(number):
    time.sleep(number / 10)
    if number == 4:
        raise ValueError("four")
    return number**2


with ThreadPoolExecutor(4) as executor:
    begun = time.monotonic()
    print(list(executor.map(slow_square, [3, 1, 2])), round(time.monotonic() - begun, 1))
    print(list(executor.map(pow, [2, 3], [5, 2])))
    results = executor.map(slow_square, [1, 4, 2])
    try:
        for result in results:
            print(result)
    except ValueError as error:
        print("raised:", error)
    try:
        print(list(executor.map(slow_square, [1, 3], timeout=0.2)))
    except TimeoutError:
        print("timed out", round(time.monotonic() - begun, 1))
print("shut down after", round(time.monotonic() - begun, 1))
