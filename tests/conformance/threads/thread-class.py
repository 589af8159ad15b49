# A subclass of Thread with a result, and a daemon thread that the end of the program cuts off.
import threading
import time


class Download(threading.Thread):
    def __init__(self, size):
        super().__init__(name=f"download-{size}")
        self.size = size
        self.result = None

    def run(self):
        time.sleep(self.size / 10)
        self.result = f"{self.size} MB"


def forever():
    while True:
        print("daemon at work")
        time.sleep(0.3)


threading.Thread(target=forever, daemon=True).start()
time.sleep(0.05)
downloads = [Download(size) for size in (2, 1)]
for download in downloads:
    download.start()
for download in downloads:
    download.join()
    print(download.name, download.result)
last = threading.Thread(target=lambda: (time.sleep(0.2), print("the last thread ends")))
last.start()
print("main ends")
