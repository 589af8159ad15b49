import socket, ssl, threading, time

def context(purpose, **named):
    context = ssl.create_default_context(purpose, **named)
    if purpose is ssl.Purpose.CLIENT_AUTH:
        context.load_cert_chain("localhost.pem")
    return context

def serve(handle):
    listener = socket.create_server(("127.0.0.1", 0))
    def run():
        with listener.accept()[0] as sock:
            attempt("  server", handle, sock)
        listener.close()
    thread = threading.Thread(target=run)
    thread.start()
    return socket.create_connection(listener.getsockname()), thread

def attempt(title, call, *args):
    try:
        return call(*args)
    except Exception as error:
        print(title, type(error).__name__, error)

def secure(handle):
    def run(sock):
        with context(ssl.Purpose.CLIENT_AUTH).wrap_socket(sock, server_side=True) as talk:
            return handle(talk)
    return run

def ask(title, handle, use=lambda talk: None, timeout=None, **options):
    sock, thread = serve(handle)
    sock.settimeout(timeout)
    def run():
        trusting = context(ssl.Purpose.SERVER_AUTH, cafile="localhost.pem")
        with trusting.wrap_socket(sock, server_hostname="localhost", **options) as talk:
            use(talk)
    attempt(title, run)
    sock.close()
    thread.join()

ask("silence", lambda sock: time.sleep(0.5), timeout=0.2)
ask("plain text", lambda sock: (sock.sendall(b"HTTP/1.0 200 OK\r\n\r\n"), sock.recv(1000)))

def wait(talk):
    talk.settimeout(0.2)
    attempt("read", talk.recv, 10)
    talk.setblocking(False)
    attempt("read", talk.recv, 10)
    attempt("peek", talk.recv, 10, socket.MSG_PEEK)
    attempt("recvfrom", talk.recvfrom, 10)
    attempt("connect", talk.connect, ("127.0.0.1", 1))

ask("wait", secure(lambda talk: time.sleep(0.5)), wait)
ask("cut short", secure(socket.socket.close), lambda talk: print(talk.recv(10)))
ask("cut short", secure(socket.socket.close), lambda talk: print(talk.recv(10)), suppress_ragged_eofs=False)

def part(talk):
    talk.sendall(b"x" * 20000)
    got = talk.recv(100)
    print(len(got), talk.pending())
    rest = b""
    while len(rest) < 19900:
        rest += talk.recv(20000)
    print(len(rest), talk.pending())
    plain = talk.unwrap()
    plain.sendall(b"in plain text")
    print(plain.recv(100), talk.version())

def echo(talk):
    data = b""
    while len(data) < 20000:
        data += talk.recv(20000)
    talk.sendall(data)
    print("  end", talk.recv(10))
    plain = talk.unwrap()
    plain.sendall(plain.recv(100).upper())

ask("unwrapped", secure(echo), part)

listener = context(ssl.Purpose.CLIENT_AUTH).wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
def accept():
    with listener.accept()[0] as talk:
        print("  accepted", type(talk).__name__, talk.version(), talk.recv(5))
thread = threading.Thread(target=accept)
thread.start()
with context(ssl.Purpose.SERVER_AUTH, cafile="localhost.pem").wrap_socket(socket.socket(), server_hostname="localhost") as talk:
    attempt("early", talk.getpeercert)
    talk.connect(listener.getsockname())
    talk.send(b"hello")
    print(ssl.get_server_certificate.__name__, talk.getpeercert()["subjectAltName"])
thread.join()
listener.close()
