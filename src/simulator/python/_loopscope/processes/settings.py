"""What a process has for itself behind calls: CPython's own settings, which it keeps for an interpreter."""

import copyreg
import gc
import logging
import operator
import sys
import threading

from ..network import sockets


class _Settings:
    """``values``: those of the process that runs, in the order of the calls."""

    _gets = (
        *(sys.getrecursionlimit, sys.getswitchinterval, sys.get_int_max_str_digits),
        *(sys.get_coroutine_origin_tracking_depth, gc.isenabled, gc.get_threshold, gc.get_debug),
        *(threading.stack_size, sockets.getdefaulttimeout),
    )
    _puts = (
        *(sys.setrecursionlimit, sys.setswitchinterval, sys.set_int_max_str_digits),
        sys.set_coroutine_origin_tracking_depth,
        lambda is_enabled: (gc.enable if is_enabled else gc.disable)(),
        lambda thresholds: gc.set_threshold(*thresholds),
        *(gc.set_debug, threading.stack_size, sockets.setdefaulttimeout),
    )

    @property
    def values(self):
        return list(map(operator.call, self._gets))

    @values.setter
    def values(self, values):
        before = self.values
        if values == before:
            return
        for put, value, old in zip(self._puts, values, before):
            if value != old:
                put(value)


class _Collections:
    """``contents`` of what functions hold on to."""

    _all = (
        *(sys.meta_path, sys.path_hooks, gc.callbacks, copyreg.dispatch_table),
        *(logging._levelToName, logging._nameToLevel),
    )

    @property
    def contents(self):
        return list(map(operator.methodcaller("copy"), self._all))

    @contents.setter
    def contents(self, contents):
        for collection, items in zip(self._all, contents):
            collection.clear()
            (collection.update if type(items) is dict else collection.extend)(items)


def attribute():
    """As ``ownership`` has them: holder, name, how to make that of a new process."""
    settings = _Settings()
    return settings, "values", lambda initial=settings.values: initial


def collections():
    """The same, once they are as a program finds them."""
    collections = _Collections()
    return collections, "contents", lambda initial=collections.contents: initial
