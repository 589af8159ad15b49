# concurrent.futures: as_completed and wait, with first completed, first exception and a timeout.
import time
from concurrent import futures


def job(name, seconds, fails=False):
    time.sleep(seconds)
    if fails:
        raise KeyError(name)
    return name


paces = ("c", 0.6), ("a", 0.2), ("b", 0.4)
with futures.ThreadPoolExecutor() as executor:
    jobs = {executor.submit(job, name, s): name for name, s in paces}
    for future in futures.as_completed(jobs):
        print(jobs[future], future.result(), future.done())

    def start():
        return [
            executor.submit(job, "quick", 0.1),
            executor.submit(job, "bad", 0.2, fails=True),
            executor.submit(job, "slow", 0.3),
        ]

    for mode in (futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION, futures.ALL_COMPLETED):
        done, not_done = futures.wait(start(), return_when=mode)
        print(mode, len(done), len(not_done))
        futures.wait(not_done)
    late = executor.submit(job, "late", 0.3)
    try:
        for future in futures.as_completed([late], timeout=0.1):
            print("never printed")
    except futures.TimeoutError as error:
        print(error)
    try:
        late.result(timeout=0.05)
    except TimeoutError:
        print("not yet", late.running())
