# Blocking sockets in threads: a server that accepts two clients one after another.
import socket
import threading
import time


def serve(listener):
    for _ in range(2):
        connection, _ = listener.accept()
        with connection:
            data = b""
            while not data.endswith(b"\n"):
                data += connection.recv(1024)
            print("server got", data)
            time.sleep(0.1)
            connection.sendall(b"echo " + data)


def client(address, name, after):
    time.sleep(after)
    with socket.create_connection(address) as sock:
        sock.sendall(name)
        time.sleep(0.05)
        sock.sendall(b"\n")
        with sock.makefile("rb") as file:
            print("client got", file.read())


with socket.create_server(("127.0.0.1", 0)) as listener:
    address = listener.getsockname()
    threads = [threading.Thread(target=serve, args=(listener,))]
    threads += [
        threading.Thread(target=client, args=(address, name, after))
        for name, after in ((b"one", 0), (b"two", 0.4))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("closed", listener.fileno())
