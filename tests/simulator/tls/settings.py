import ssl

def attempt(call, *args, **named):
    try:
        print(call(*args, **named))
    except Exception as error:
        print(type(error).__name__, error)

for name, text in (("rubbish.pem", "rubbish"), ("key.pem", open("localhost.pem").read().partition("-----BEGIN C")[0])):
    with open(name, "w") as file:
        file.write(text)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
attempt(context.load_cert_chain, "missing.pem")
attempt(context.load_cert_chain, "rubbish.pem")
attempt(context.load_cert_chain, "key.pem")
attempt(context.load_cert_chain, "ca.pem")
attempt(context.load_cert_chain, "leaf.pem", "missing.pem")
attempt(context.load_cert_chain, "leaf.pem", "key.pem")
attempt(context.load_cert_chain, "leaf.pem")
attempt(context.load_verify_locations, "missing.pem")
attempt(context.load_verify_locations, "rubbish.pem")
attempt(context.load_verify_locations, cadata="rubbish")
attempt(context.load_verify_locations, cadata=b"rubbish")
attempt(context.load_verify_locations, cadata="")
attempt(context.load_verify_locations, "ca.pem")
attempt(context.load_verify_locations, cadata=ssl.PEM_cert_to_DER_cert(open("ca.pem").read()))
attempt(context.load_verify_locations, cadata=open("leaf.pem").read())
print(context.cert_store_stats(), [each["subject"] for each in context.get_ca_certs()])
attempt(context.wrap_bio, ssl.MemoryBIO(), ssl.MemoryBIO())
attempt(context.wrap_bio, ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=True, server_hostname="x")
attempt(context.set_alpn_protocols, [""])
attempt(context.set_ciphers, "rubbish")
