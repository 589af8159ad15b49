# concurrent.futures.Future: callbacks, cancelling what has not begun, states, exceptions.
import time
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor


def job(name):
    time.sleep(0.2)
    if name == "bad":
        raise ValueError(name)
    return name


with ThreadPoolExecutor(max_workers=1) as executor:
    first = executor.submit(job, "first")
    second = executor.submit(job, "second")
    bad = executor.submit(job, "bad")
    second.add_done_callback(lambda future: print("callback: cancelled", future.cancelled()))
    time.sleep(0.05)
    print("running", first.running(), "cancel", first.cancel())
    print("queued", second.running(), "cancel", second.cancel())
    first.add_done_callback(lambda future: print("callback:", future.result()))
    print(repr(bad.exception()))
try:
    second.result()
except CancelledError:
    print("second was cancelled")
own = Future()
own.set_result(1)
try:
    own.set_result(2)
except InvalidStateError:
    print("a result once set stays:", own.result())
own.add_done_callback(lambda future: print("called at once", future.result()))
