# Each process has multiprocessing's state for itself, whoever imports it first.
import subprocess
import sys
import time

CHILD = """
import atexit, sys, time
atexit.register(print, "the end of the child")
sys.stdin.readline()
import multiprocessing.util
multiprocessing.util.Finalize(None, print, ("finalized in the child",), exitpriority=0)
print("child:", multiprocessing.current_process().name, multiprocessing.active_children())
"""


def work():
    time.sleep(0.1)


if __name__ == "__main__":
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    time.sleep(0.2)
    import multiprocessing

    print("parent:", multiprocessing.current_process().name)
    worker = multiprocessing.get_context("spawn").Process(target=work, name="worker")
    worker.start()
    print(child.communicate("go on\n")[0], end="")
    print("still there:", [process.name for process in multiprocessing.active_children()])
    worker.join()
    print(worker.exitcode, multiprocessing.active_children())
