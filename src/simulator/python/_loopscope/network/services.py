"""The services that have a name: those of ``/etc/services`` that programs ask for."""

from ..c_int import c_int

_TCP = {
    "tcpmux": 1, "ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "mail": 25, "whois": 43,
    "gopher": 70, "finger": 79, "http": 80, "www": 80, "pop3": 110, "nntp": 119, "imap2": 143,
    "imap": 143, "bgp": 179, "submissions": 465, "exec": 512, "login": 513, "shell": 514,
    "syslog": 514, "printer": 515, "submission": 587, "rsync": 873, "ftps": 990, "imaps": 993,
    "pop3s": 995, "socks": 1080, "ms-sql-s": 1433, "mysql": 3306, "svn": 3690, "xmpp-client": 5222,
    "postgresql": 5432, "amqps": 5671, "amqp": 5672, "x11": 6000, "redis": 6379, "http-alt": 8080,
    "git": 9418,
}  # fmt: skip
_UDP = {"bootps": 67, "bootpc": 68, "tftp": 69, "ntp": 123, "syslog": 514, "mdns": 5353}
_BOTH = {
    "echo": 7, "discard": 9, "daytime": 13, "chargen": 19, "time": 37, "domain": 53, "kerberos": 88,
    "sunrpc": 111, "snmp": 161, "ldap": 389, "https": 443, "ldaps": 636, "domain-s": 853,
    "openvpn": 1194, "radius": 1812, "nfs": 2049, "sip": 5060,
}  # fmt: skip
_PORTS = {"tcp": _BOTH | _TCP, "udp": _BOTH | _UDP}


def port_of(name, protocol):
    """The port of a service; None where it has none for ``"tcp"`` or ``"udp"``."""
    return _PORTS.get(protocol, {}).get(name)


def name_of(port, protocol):
    """The first name of a service; None where it has none."""
    return next((name for name, number in _PORTS.get(protocol, {}).items() if number == port), None)


def getservbyname(service, /, *protocol) -> int:
    """The port of a service, of ``"tcp"`` where no protocol is asked for, or else of ``"udp"``."""
    _check_texts("getservbyname", 1, service, *protocol)
    for each in protocol or _PORTS:
        port = port_of(service, each)
        if port is not None:
            return port
    raise OSError("service/proto not found")


def getservbyport(port, /, *protocol) -> str:
    port = c_int(port)
    _check_texts("getservbyport", 2, *protocol)
    if not 0 <= port <= 65_535:
        raise OverflowError("getservbyport: port must be 0-65535.")
    for each in protocol or _PORTS:
        name = name_of(port, each)
        if name is not None:
            return name
    raise OSError("port/proto not found")


def _check_texts(caller, first, *texts):
    for place, text in enumerate(texts, first):
        if not isinstance(text, str):
            kind = "None" if text is None else type(text).__name__
            raise TypeError(f"{caller}() argument {place} must be str, not {kind}")
        if "\0" in text:
            raise ValueError("embedded null character")


_PROTOCOLS = {"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58, "sctp": 132}


def getprotobyname(name, /) -> int:
    _check_texts("getprotobyname", 1, name)
    if name.lower() not in _PROTOCOLS:
        raise OSError("protocol not found")
    return _PROTOCOLS[name.lower()]
