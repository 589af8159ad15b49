"""The connections of a session: how many there may be, and how long they are kept."""

import asyncio
import warnings

from _stand_ins import Partial, refuse_options
from _stand_ins.connections import Pool


class TCPConnector(Partial):
    _library = "aiohttp"

    def __init__(
        self, *, limit=100, limit_per_host=0, keepalive_timeout=15.0, force_close=False, ssl=True, verify_ssl=True,
        ttl_dns_cache=10, use_dns_cache=True, **others,
    ):  # fmt: skip
        # Looking up a name takes no time here, whether it is remembered or not.
        self.closed = True
        refuse_options("aiohttp", "TCPConnector", others)
        self._loop = asyncio.get_running_loop()
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.force_close = force_close
        self.verify = ssl is not False and verify_ssl and ssl
        self.closed = False
        most_idle = 0 if force_close else None
        self._pool = Pool(limit or None, limit_per_host or None, most_idle, keepalive_timeout)

    async def close(self):
        self.closed = True
        self._pool.close()

    def __del__(self):
        if self.closed or not self._pool.idle:
            return
        warnings.warn(f"Unclosed connector {self!r}", ResourceWarning, source=self)
        connections = [repr(connection) for connection in self._pool.idle]
        if not self._loop.is_closed():
            self._pool.close()
        context = {"connector": self, "connections": connections, "message": "Unclosed connector"}
        self._loop.call_exception_handler(context)
