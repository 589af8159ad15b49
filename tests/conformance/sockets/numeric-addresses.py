# Which texts are addresses, and what they are in bytes.
import socket
for t in ["127.0.0.1","1.2.3","01.2.3.4","256.1.1.1","localhost"," 1.2.3.4","1.2.3.4 ","::1","1:2"]:
    for f in (socket.AF_INET, socket.AF_INET6):
        try: r=socket.inet_pton(f,t); print(t, f.name, r, socket.inet_ntop(f,r))
        except OSError as e: print(t, f.name, repr(e))
try: socket.inet_ntop(socket.AF_INET, b"123")
except Exception as e: print(repr(e))
try: socket.inet_pton(99, "1.2.3.4")
except Exception as e: print(repr(e))
