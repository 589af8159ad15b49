# Blocking datagram sockets: sendto and recvfrom, boundaries kept, a timeout.
import socket
import threading


def answer(sock):
    for _ in range(2):
        data, address = sock.recvfrom(1024)
        sock.sendto(b"%d bytes" % len(data), address)


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=answer, args=(server,))
    thread.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(0.2)
        client.sendto(b"four", server.getsockname())
        data, address = client.recvfrom(1024)
        print(data, address == server.getsockname())
        client.connect(server.getsockname())
        client.send(b"seventh")
        print(client.recv(1024))
        try:
            client.recv(1024)
        except TimeoutError:
            print("no third answer")
    thread.join()
