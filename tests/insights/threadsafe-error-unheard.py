import asyncio
import threading
import time


class Notifier:
    def __init__(self, loop):
        self.loop = loop

    def notify(self, user):
        asyncio.run_coroutine_threadsafe(self._send(user), self.loop)

    async def _send(self, user):
        await asyncio.sleep(0.1)
        print("mail to", user["email"])


def producer(n):
    n.notify({"name": "ann"})
    time.sleep(0.2)
    n.notify({"email": "bob@x.org"})


async def main():
    n = Notifier(asyncio.get_running_loop())
    t = threading.Thread(target=producer, args=(n,))
    t.start()
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
