# The selectors module on socket pairs: what is ready, and a select that times out.
import selectors
import socket
import threading
import time

selector = selectors.DefaultSelector()
pairs = {name: socket.socketpair() for name in ("red", "blue")}
for name, (_, right) in pairs.items():
    right.setblocking(False)
    selector.register(right, selectors.EVENT_READ, data=name)


def ready(timeout):
    return sorted((key.data, key.fileobj.recv(10)) for key, _ in selector.select(timeout))


begun = time.monotonic()
print(ready(0.1), round(time.monotonic() - begun, 1))
pairs["blue"][0].send(b"sky")
print(ready(1), round(time.monotonic() - begun, 1))
threading.Timer(0.2, pairs["red"][0].send, args=(b"rose",)).start()
print(ready(1), round(time.monotonic() - begun, 1))
selector.modify(pairs["red"][1], selectors.EVENT_READ | selectors.EVENT_WRITE, data="red")
print([(key.data, mask == selectors.EVENT_WRITE) for key, mask in selector.select(0)])
for left, right in pairs.values():
    selector.unregister(right)
    left.close()
    right.close()
print(len(selector.get_map()))
selector.close()
