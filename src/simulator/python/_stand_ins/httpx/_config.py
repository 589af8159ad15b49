"""How long to wait, and how many connections to have."""

_UNSET = object()


class Timeout:
    def __init__(self, timeout=_UNSET, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        if isinstance(timeout, Timeout):
            timeout = timeout._all()
        if isinstance(timeout, tuple):
            self.connect, self.read, self.write, self.pool = (*timeout, None, None)[:4]
            return
        four = connect, read, write, pool
        if timeout is _UNSET and _UNSET in four:
            raise ValueError("httpx.Timeout must either include a default, or set all four parameters explicitly.")
        self.connect, self.read, self.write, self.pool = (timeout if each is _UNSET else each for each in four)

    def _all(self):
        return self.connect, self.read, self.write, self.pool

    def __eq__(self, other):
        return isinstance(other, Timeout) and self._all() == other._all()

    def __repr__(self):
        if len(set(self._all())) == 1:
            return f"Timeout(timeout={self.connect})"
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self):
        told = ", ".join(f"{name}={value}" for name, value in vars(self).items())
        return f"Limits({told})"


USUAL_TIMEOUT = Timeout(5.0)
USUAL_LIMITS = Limits(max_connections=100, max_keepalive_connections=20)
