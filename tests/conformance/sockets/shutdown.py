# shutdown of one direction, send after it, and the end of file on the other side.
import socket

left, right = socket.socketpair()
left.sendall(b"last words")
left.shutdown(socket.SHUT_WR)
print(right.recv(4), right.recv(100), right.recv(100))
try:
    left.send(b"more")
except BrokenPipeError:
    print("broken pipe")
right.sendall(b"answer")
print(left.recv(100, socket.MSG_PEEK), left.recv(100))
right.close()
print(left.recv(100))
left.close()
print(left.fileno(), right.fileno())
with socket.socket() as sock:
    print(sock.family == socket.AF_INET, sock.type == socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0)
    try:
        sock.recv(1)
    except OSError:
        print("not connected")
    sock.bind(("127.0.0.1", 0))
    sock.listen(1)
    refused = socket.socket()
    code = refused.connect_ex(("127.0.0.1", sock.getsockname()[1]))
    print("connect_ex", code)
    refused.close()
