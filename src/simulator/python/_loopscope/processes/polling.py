"""Selectors over virtual descriptors: waiting until one of several can be read or written."""

import select
import selectors
import subprocess

from .. import kernel
from .descriptors import file_of
from .readiness import wait_for


class DescriptorSelector(selectors._BaseSelectorImpl):
    """A selector outside an event loop: ``select`` parks the calling thread."""

    def select(self, timeout=None):
        due_ns = None
        if timeout is not None:
            due_ns = kernel.now_ns() + kernel.to_ns(max(timeout, 0))
        return wait_for(self.ready, self.files(), due_ns) or []

    def files(self):
        """The open files behind the registered descriptors."""
        return [file for fd in self._fd_to_key if (file := file_of(fd))]

    def ready(self):
        """What ``select`` returns: each key whose file is ready, with the events it is ready for."""
        found = []
        for fd, key in self._fd_to_key.items():
            file = file_of(fd)
            events = 0
            if key.events & selectors.EVENT_READ and (file is None or file.readable()):
                events |= selectors.EVENT_READ
            if key.events & selectors.EVENT_WRITE and (file is None or file.writable()):
                events |= selectors.EVENT_WRITE
            if events:
                found.append((key, events))
        return found


def _select(rlist, wlist, xlist, timeout=None):
    """``select.select``."""
    reading = {selectors._fileobj_to_fd(each): each for each in rlist}
    writing = {selectors._fileobj_to_fd(each): each for each in wlist}
    selector = DescriptorSelector()
    for fd in {**reading, **writing}:
        events = (fd in reading) * selectors.EVENT_READ | (fd in writing) * selectors.EVENT_WRITE
        selector.register(fd, events)
    ready = selector.select(timeout)
    readable = [reading[key.fd] for key, events in ready if events & selectors.EVENT_READ]
    writable = [writing[key.fd] for key, events in ready if events & selectors.EVENT_WRITE]
    return readable, writable, []


def install() -> None:
    for name in ("DefaultSelector", "PollSelector", "SelectSelector", "EpollSelector"):
        setattr(selectors, name, DescriptorSelector)
    subprocess._PopenSelector = DescriptorSelector
    select.select = _select
