/**
 * Names, addresses and options of sockets. What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('listens to IPv4 and IPv6 where no host is named', async () => {
  const program = `
    import asyncio, socket

    async def greet(reader, writer):
        writer.write(b"hello " + writer.get_extra_info("peername")[0].encode())
        writer.close()

    async def main():
        for host in (None, ""):
            async with await asyncio.start_server(greet, host, 8888) as server:
                print([sock.getsockname() for sock in server.sockets])
                for client in ("127.0.0.1", "::1", "localhost"):
                    reader, writer = await asyncio.open_connection(client, 8888)
                    print(client, await reader.read())
                    writer.close()
        async with await asyncio.start_server(greet, None, 8888, family=socket.AF_INET6) as server:
            print([sock.getsockname() for sock in server.sockets])

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] [('0.0.0.0', 8888), ('::', 8888, 0, 0)]
    [   0.000] 127.0.0.1 b'hello 127.0.0.1'
    [   0.000] ::1 b'hello ::1'
    [   0.000] localhost b'hello 127.0.0.1'
    [   0.000] [('0.0.0.0', 8888), ('::', 8888, 0, 0)]
    [   0.000] 127.0.0.1 b'hello 127.0.0.1'
    [   0.000] ::1 b'hello ::1'
    [   0.000] localhost b'hello 127.0.0.1'
    [   0.000] [('::', 8888, 0, 0)]
    [   0.000]= exit 0`),
  );
});

it('serves IPv4 and IPv6 by one socket, where that is not for IPv6 only', async () => {
  const printed = await printedBy(`
    import socket

    def connect(host, family):
        with socket.socket(family) as client:
            try:
                client.connect((host, server.getsockname()[1]))
            except OSError as error:
                return error
            accepted, address = server.accept()
            with accepted:
                return client.getsockname()[0], accepted.family.name, address[0]

    print(socket.has_dualstack_ipv6())
    with socket.create_server(("", 8000), family=socket.AF_INET6, dualstack_ipv6=True) as server:
        for host in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
            print(connect(host, socket.AF_INET6 if ":" in host else socket.AF_INET))
        try:
            socket.create_server(("127.0.0.1", 8000))
        except OSError as error:
            print(error.errno)
    with socket.create_server(("127.0.0.1", 8000)) as server:
        with socket.create_server(("::", 8000), family=socket.AF_INET6):
            print(connect("::ffff:127.0.0.1", socket.AF_INET6))

    both, old = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM), socket.socket(type=socket.SOCK_DGRAM)
    both.bind(("", 9000))
    old.sendto(b"x", ("127.0.0.1", 9000))
    data, sender = both.recvfrom(9)
    both.sendto(b"y", sender)
    print(sender[0], old.recvfrom(9))
    try:
        both.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    except OSError as error:
        print(error)
    only = socket.socket(socket.AF_INET6)
    only.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    print(only.connect_ex(("::ffff:127.0.0.1", 8000)))
  `);
  expect(printed).toBe(
    same(`
    True
    ('127.0.0.1', 'AF_INET6', '::ffff:127.0.0.1')
    ('::1', 'AF_INET6', '::1')
    ('::ffff:127.0.0.1', 'AF_INET6', '::ffff:127.0.0.1')
    98
    ('::ffff:127.0.0.1', 'AF_INET', '127.0.0.1')
    ::ffff:127.0.0.1 (b'y', ('127.0.0.1', 9000))
    [Errno 22] Invalid argument
    101`),
  );
});

it('resolves hosts with a scope, and ports as glibc does', async () => {
  const program = `
    import socket

    def show(host, port, flags=0):
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
            print(host, port, [address for *_, address in found])
        except OSError as error:
            print(host, port, type(error).__name__, error.args[-1].partition(":")[0])

    for host in ("fe80::1%1", "fe80::1%lo", "::1%1", "::1%lo", "fe80::1%nosuch", "127.0.0.1%1"):
        show(host, 80)
    for port in (123_456, "123456", 2**40, 2**70, -1, b"80", "", "http", "nosuch", 1.5):
        show("127.0.0.1", port)
    show(None, 80)
    show(None, 80, socket.AI_PASSIVE)
    show(None, None)
    print(socket.if_nameindex(), socket.if_nametoindex("lo"), socket.if_indextoname(1))
    for call, argument in ((socket.if_nametoindex, "nosuch"), (socket.if_indextoname, 99)):
        try:
            call(argument)
        except OSError as error:
            print(error)
    try:
        socket.socket().bind(("127.0.0.1", 123_456))
    except OverflowError as error:
        print(error)
  `;
  expect(await printedBy(program)).toBe(
    same(`
    fe80::1%1 80 [('fe80::1', 80, 0, 1)]
    fe80::1%lo 80 [('fe80::1', 80, 0, 1)]
    ::1%1 80 [('::1', 80, 0, 1)]
    ::1%lo 80 gaierror Name or service not known
    fe80::1%nosuch 80 gaierror Name or service not known
    127.0.0.1%1 80 gaierror Name or service not known
    127.0.0.1 123456 [('127.0.0.1', 57920)]
    127.0.0.1 123456 [('127.0.0.1', 57920)]
    127.0.0.1 1099511627776 [('127.0.0.1', 0)]
    127.0.0.1 1180591620717411303424 gaierror Servname not supported for ai_socktype
    127.0.0.1 -1 gaierror Servname not supported for ai_socktype
    127.0.0.1 b'80' [('127.0.0.1', 80)]
    127.0.0.1  [('127.0.0.1', 0)]
    127.0.0.1 http [('127.0.0.1', 80)]
    127.0.0.1 nosuch gaierror Servname not supported for ai_socktype
    127.0.0.1 1.5 OSError Int or String expected
    None 80 [('::1', 80, 0, 0), ('127.0.0.1', 80)]
    None 80 [('0.0.0.0', 80), ('::', 80, 0, 0)]
    None None gaierror Name or service not known
    [(1, 'lo')] 1 lo
    [Errno 19] No such device
    [Errno 6] No such device or address
    bind(): port must be 0-65535.`),
  );
});

it('resolves names in the loop’s default executor, by the socket module that asyncio sees', async () => {
  const program = `
    import asyncio, concurrent.futures, socket, threading
    from unittest import mock

    class Executor(concurrent.futures.ThreadPoolExecutor):
        def submit(self, function, *args):
            print("submitted", function.__name__, args[:2])
            return super().submit(function, *args)

    def slow(*args):
        print("resolved in", threading.current_thread().name)
        return socket_getaddrinfo(*args)

    socket_getaddrinfo = socket.getaddrinfo

    async def main():
        loop = asyncio.get_running_loop()
        loop.set_default_executor(Executor(1, "resolver"))
        with mock.patch("socket.getaddrinfo", slow):
            print((await loop.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM))[0][4])
        print(await loop.getnameinfo(("127.0.0.1", 80)))
        with mock.patch("asyncio.base_events.socket") as fake:
            fake.getaddrinfo.__name__ = "fake"
            fake.getaddrinfo.return_value = ["anything"]
            print(await loop.getaddrinfo("no.such.host", 80))
        async with await asyncio.start_server(lambda *streams: None, "localhost", 8888):
            reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
            writer.close()

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] submitted slow ('localhost', 80)
    [   0.000] resolved in resolver_0
    [   0.000] ('127.0.0.1', 80)
    [   0.000] submitted getnameinfo (('127.0.0.1', 80), 0)
    [   0.000] ('localhost', 'http')
    [   0.000] submitted fake ('no.such.host', 80)
    [   0.000] ['anything']
    [   0.000] submitted getaddrinfo ('localhost', 8888)
    [   0.000]= exit 0`),
  );
});

it('takes a length in place of an option’s value, and files of certificates by bytes', async () => {
  const program = `
    import socket, ssl

    def attempt(call, *args):
        try:
            return call(*args)
        except (OSError, TypeError) as error:
            return f"{type(error).__name__} {error}"

    s = socket.socket()
    option = socket.SOL_SOCKET, socket.SO_REUSEADDR
    for value in ((None,), (1, 4), (None, 4), (None, 0), ("x",), (), (1, 2, 3), (b"\\1\\0\\0\\0",)):
        print(attempt(s.setsockopt, *option, *value))
    s.close()

    context = ssl.create_default_context()
    for path in (b"missing.pem", "missing.pem"):
        print(attempt(context.load_verify_locations, path), "|", attempt(context.load_cert_chain, path))
    with open("a.pem", "w") as file:
        file.write("")
    print(attempt(context.load_verify_locations, b"a.pem"))
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] TypeError a bytes-like object is required, not 'NoneType'
    [   0.000] TypeError setsockopt() takes exactly 3 arguments (4 given)
    [   0.000] OSError [Errno 14] Bad address
    [   0.000] OSError [Errno 22] Invalid argument
    [   0.000] TypeError a bytes-like object is required, not 'str'
    [   0.000] TypeError setsockopt() takes exactly 3 arguments (2 given)
    [   0.000] TypeError setsockopt() takes exactly 3 arguments (5 given)
    [   0.000] None
    [   0.000] FileNotFoundError [Errno 2] No such file or directory | FileNotFoundError [Errno 2] No such file or directory
    [   0.000] FileNotFoundError [Errno 2] No such file or directory | FileNotFoundError [Errno 2] No such file or directory
    [   0.000] SSLError [X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4474)
    [   0.000]= exit 0`),
  );
});
