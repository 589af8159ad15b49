# Timeouts of blocking sockets, non-blocking ones, and what each raises.
import socket
import threading
import time

left, right = socket.socketpair()
print(left.gettimeout(), left.getblocking())
right.settimeout(0.1)
begun = time.monotonic()
try:
    right.recv(10)
except TimeoutError as error:
    print(error, round(time.monotonic() - begun, 1))
threading.Timer(0.2, left.sendall, args=(b"late",)).start()
right.settimeout(1)
print(right.recv(10), round(time.monotonic() - begun, 1))
right.setblocking(False)
print(right.gettimeout())
try:
    right.recv(10)
except BlockingIOError:
    print("would block")
with socket.create_server(("127.0.0.1", 0)) as listener:
    listener.settimeout(0.1)
    try:
        listener.accept()
    except socket.timeout:
        print("nobody came")
left.close()
print(right.recv(10))
right.close()
try:
    right.send(b"x")
except OSError:
    print("bad file descriptor")
