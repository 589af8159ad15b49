import ssl

def server(certificate="localhost.pem"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate:
        context.load_cert_chain(certificate)
    return context

def client(trusted=None):
    return ssl.create_default_context(cafile=trusted)

def attempt(call):
    try:
        call()
        return True
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError as error:
        print("  ", type(error).__name__, error, error.reason, getattr(error, "verify_code", ""))
        return True

def talk(title, client, server, host="localhost"):
    print(title)
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    asking = client.wrap_bio(back, there, server_hostname=host)
    serving = server.wrap_bio(there, back, server_side=True)
    done = False, False
    while not all(done):
        done = [is_done or attempt(side.do_handshake) for side, is_done in zip((asking, serving), done)]
    return asking, serving

talk("self-signed", client(), server())
talk("another name", client("localhost.pem"), server(), "example.com")
talk("another address", client("localhost.pem"), server(), "127.0.0.2")
talk("an unknown issuer", client(), server("leaf.pem"), "leaf.test")
talk("a label too many", client("ca.pem"), server("leaf.pem"), "a.b.wild.test")
talk("expired", client("ca.pem"), server("expired.pem"))
talk("no certificate", client(), server(None))
old = client("localhost.pem")
old.maximum_version = ssl.TLSVersion.TLSv1_2
new = server()
new.minimum_version = ssl.TLSVersion.TLSv1_3
talk("no common version", old, new)
asks = server()
asks.verify_mode = ssl.CERT_REQUIRED
asks.load_verify_locations("ca.pem")
asking, _ = talk("no client's certificate", client("localhost.pem"), asks)
attempt(asking.read)
refuses = server()
refuses.sni_callback = lambda side, name, context: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
talk("a name refused", client("localhost.pem"), refuses)
for host in ("localhost", "127.0.0.1", "::1"):
    talk(host, client("localhost.pem"), server(), host)
for host in ("leaf.test", "a.wild.test"):
    talk(host, client("ca.pem"), server("leaf.pem"), host)

known = client("localhost.pem")
known.load_cert_chain("client.pem")
known.set_alpn_protocols(["http/1.1", "h2"])
asks.set_alpn_protocols(["h2", "http/1.1"])
asking, serving = talk("both known", known, asks)
print("  ", asking.version(), asking.cipher(), asking.selected_alpn_protocol(), serving.selected_alpn_protocol())
print("  ", serving.getpeercert()["subject"], serving.server_hostname, asking.server_hostname)
asking, serving = talk("the older version", old, server())
print("  ", asking.version(), asking.cipher())
asking, _ = talk("one of an authority", client("ca.pem"), server("leaf.pem"), "leaf.test")
for name, value in asking.getpeercert().items():
    print("  ", name, value)
