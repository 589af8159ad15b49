/** What sockets take for an address, a time limit or an option: the answers of native CPython on Linux. */
import { expect, it } from 'vitest';
import { printedBy } from './run-python.ts';

const UNKNOWN = 'gaierror [Errno -2] Name or service not known';
const EINVAL = 'OSError [Errno 22] Invalid argument';
const EISCONN = 'OSError [Errno 106] Transport endpoint is already connected';
const NO_SERVICE = 'gaierror [Errno -8] Servname not supported for ai_socktype';
const TOO_FAR = 'OverflowError timestamp out of range for platform time_t';
const NO_OPTION = 'OSError [Errno 92] Protocol not available';

const ANSWERS: Readonly<Record<string, string>> = {
  // Hosts, as inet_aton reads them
  'bind(("127.1", 0))': '127.0.0.1',
  'bind(("0x7f.1", 0))': '127.0.0.1',
  'bind(("0", 0))': '0.0.0.0',
  'bind(("2130706433", 0))': '127.0.0.1',
  'gethostbyname("0177.0.0.1")': '127.0.0.1',
  'gethostbyname("1.65536")': '1.1.0.0',
  'gethostbyname("256.1")': UNKNOWN,
  'gethostbyname("4294967296")': UNKNOWN,
  'inet_aton("127.1 x")': String.raw`b'\x7f\x00\x00\x01'`,
  'inet_aton("08.1.1.1")': 'OSError illegal IP address string passed to inet_aton',
  'inet_pton(AF_INET, "127.1")': 'OSError illegal IP address string passed to inet_pton',
  'inet_pton(AF_INET6, "::1%lo")': 'OSError illegal IP address string passed to inet_pton',
  // Hosts that are none
  'bind((None, 0))': 'TypeError str, bytes or bytearray expected, not NoneType',
  'bind(("a\\0b", 1))': 'TypeError host name must not contain null character',
  'bind(("\\ud800", 1))': 'TypeError encoding of hostname failed',
  'bind(("a..b", 1))': UNKNOWN,
  'bind((bytearray(b"127.0.0.1"), 0))': '127.0.0.1',
  'bind(("<broadcast>", 0))': '255.255.255.255',
  'getaddrinfo("a..b", 1)':
    "UnicodeEncodeError 'idna' codec can't encode character '\\x2e' in position 2: label empty",
  'getaddrinfo("x" * 64, 1)':
    "UnicodeEncodeError 'idna' codec can't encode characters in position 0-63: label too long",
  'getaddrinfo(bytearray(b"127.0.0.1"), 1)':
    'TypeError getaddrinfo() argument 1 must be string or None',
  'gethostbyname(None)':
    'TypeError gethostbyname() argument 1 must be str, bytes or bytearray, not None',
  // Services
  'ports("http")': '[(1, 80)]',
  'ports("https")': '[(1, 443), (2, 443)]',
  'ports("ntp")': '[(2, 123)]',
  'ports(" +80")': '[(1, 80), (2, 80), (3, 80)]',
  'ports("http", type=SOCK_DGRAM)': NO_SERVICE,
  'ports("0x50")': NO_SERVICE,
  'ports(True)': 'OSError Int or String expected',
  'ports(80, type=SOCK_STREAM, proto=IPPROTO_UDP)': 'gaierror [Errno -7] ai_socktype not supported',
  'ports(80, flags=-1)': 'gaierror [Errno -1] Bad value for ai_flags',
  'getservbyname("tftp")': '69',
  'getservbyname("http", "udp")': 'OSError service/proto not found',
  'getservbyport(514)': 'shell',
  'getservbyport(514, "udp")': 'syslog',
  'getservbyport(99999)': 'OverflowError getservbyport: port must be 0-65535.',
  'getprotobyname("icmp")': '1',
  'getnameinfo(("127.1", 123), NI_DGRAM)[1]': 'ntp',
  // Time limits
  's.settimeout(float("inf"))': TOO_FAR,
  's.settimeout(-1e300)': TOO_FAR,
  's.settimeout(float("nan"))': 'ValueError Invalid value NaN (not a number)',
  's.settimeout(-1)': 'ValueError Timeout value out of range',
  's.settimeout("1")': "TypeError 'str' object cannot be interpreted as an integer",
  's.settimeout(2**62)': 'OverflowError timestamp too large to convert to C PyTime_t',
  'setdefaulttimeout(1e300)': TOO_FAR,
  '(s.settimeout(1e-10), s.gettimeout())': '(None, 1e-09)',
  'select([], [], [], float("nan"))': 'ValueError Invalid value NaN (not a number)',
  'select([], [], [], "x")': 'TypeError timeout must be a float or None',
  'select(5, [], [], 0)': 'TypeError arguments 1-3 must be sequences',
  'poll().poll(1e300)': TOO_FAR,
  'poll().poll(2**31)': 'OverflowError timeout is too large',
  'epoll().poll("x")': 'TypeError timeout must be an integer or None',
  'epoll().poll(1e300)': TOO_FAR,
  // Options
  'option(SOL_SOCKET, SO_REUSEADDR, 7)': '1',
  'option(SOL_SOCKET, SO_REUSEADDR, b"x")': EINVAL,
  'option(SOL_SOCKET, SO_REUSEADDR, b"\\1" * 16)': '1',
  'option(SOL_SOCKET, SO_TYPE, 1)': NO_OPTION,
  'option(SOL_SOCKET, SO_LINGER, 1)': EINVAL,
  'option(SOL_SOCKET, SO_SNDBUF, 0)': '4608',
  'option(IPPROTO_TCP, TCP_KEEPIDLE, 0)': EINVAL,
  's.getsockopt(SOL_SOCKET, SO_PROTOCOL)': '6',
  's.getsockopt(SOL_SOCKET, SO_TYPE, 3)': String.raw`b'\x01\x00\x00'`,
  's.getsockopt(SOL_SOCKET, SO_TYPE, 64)': String.raw`b'\x01\x00\x00\x00'`,
  's.getsockopt(SOL_SOCKET, SO_TYPE, 1025)': 'OSError getsockopt buflen out of range',
  's.getsockopt(IPPROTO_TCP, TCP_KEEPCNT)': '9',
  's.getsockopt(99, 99)': 'OSError [Errno 95] Operation not supported',
  's.setsockopt(99, 99, 1)': NO_OPTION,
  'socket(AF_INET, 99)': EINVAL,
  'peer_of_pair()': '(True, 1000, 1000)',
  // Unix sockets
  'bind("x" * 108, AF_UNIX)': 'OSError AF_UNIX path too long',
  'bind("\\0abs", AF_UNIX)': String.raw`b'\x00abs'`,
  'bind(b"\\0" + b"y" * 107, AF_UNIX)[-1:]': "b'y'",
  'bind("cut\\0off", AF_UNIX)': 'cut',
  'len(bind("", AF_UNIX))': '6',
  'bind(("a", 1), AF_UNIX)': "TypeError a bytes-like object is required, not 'tuple'",
  'socket(AF_UNIX).connect("")': EINVAL,
  'socket(AF_UNIX).connect("\\0nobody")': 'ConnectionRefusedError [Errno 111] Connection refused',
  // What a socket is not ready for
  'pair[0].sendto(b"x", "anywhere")': EISCONN,
  'listening.connect("\\0served")': EINVAL,
  'closed.close()': 'None',
  'closed.shutdown(SHUT_RDWR)': 'OSError [Errno 9] Bad file descriptor',
  '(s.listen(), s.listen(3))': '(None, None)',
  's.listen(2**31)': 'OverflowError signed integer is greater than maximum',
  's.connect(s.getsockname())': EISCONN,
  'socket(AF_INET, SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 0))': EINVAL,
  'socket(AF_INET, SOCK_DGRAM).connect(("127.0.0.1", 0))': 'None',
  'socket(AF_INET6).connect(("::1", 1, 2**30))':
    'OverflowError connect(): flowinfo must be 0-1048575.',
  's.bind(("127.0.0.1", 2**70))': 'OverflowError bind(): port must be 0-65535.',
  'refused()': '(POLLIN | POLLOUT | POLLERR | POLLHUP, 111, POLLIN | POLLOUT | POLLHUP)',
};

it('answers as Linux does', async () => {
  const printed = await printedBy(`
    import os, struct, select as select_
    from select import epoll, poll, select
    from socket import *

    s, closed, listening, pair = socket(), socket(), socket(AF_UNIX), socketpair()
    listening.bind("\\0served")
    listening.listen()
    closed.close()

    def bind(address, family=AF_INET):
        with socket(family) as fresh:
            fresh.bind(address)
            name = fresh.getsockname()
            return name[0] if family == AF_INET else name

    def ports(service, **wanted):
        return [(int(kind), address[1]) for _, kind, *_, address in getaddrinfo("127.0.0.1", service, **wanted)]

    def option(level, name, value):
        s.setsockopt(level, name, value)
        return s.getsockopt(level, name)

    def peer_of_pair():
        pid, *others = struct.unpack("3i", pair[0].getsockopt(SOL_SOCKET, SO_PEERCRED, 12))
        return pid == os.getpid(), *others

    def refused():
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            address = free.getsockname()
        late = socket()
        late.setblocking(False)
        late.connect_ex(address)
        watch = poll()
        watch.register(late, select_.POLLIN | select_.POLLOUT)
        seen = [watch.poll()[0][1], late.getsockopt(SOL_SOCKET, SO_ERROR), watch.poll()[0][1]]
        names = ("POLLIN", "POLLOUT", "POLLERR", "POLLHUP")
        shown = lambda events: " | ".join(name for name in names if events & getattr(select_, name))
        return f"({shown(seen[0])}, {seen[1]}, {shown(seen[2])})"

    for asked in ${JSON.stringify(Object.keys(ANSWERS))}:
        try:
            print(eval(asked))
        except (OSError, TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, str(error).partition(": there is no")[0])
  `);
  expect(printed.split('\n')).toEqual(Object.values(ANSWERS));
});
