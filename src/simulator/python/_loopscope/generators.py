"""Asynchronous generators that were left before their end, and that the loop has to close."""

import types
from asyncio import base_events

from . import kernel, monitoring, places, values


def _collected(frame):
    """The last reference is gone. What is held here must not be held for longer than the hook."""
    _left(frame.f_locals["agen"], "collected")


def _shut_down(frame):
    for generator in list(frame.f_locals["self"]._asyncgens):
        _left(generator, "shutdown")


def _left(generator, when):
    if type(generator) is not types.AsyncGeneratorType or generator.ag_frame is None:
        return
    location = places.at(generator.ag_code, generator.ag_frame.f_lineno)
    kernel.recorder.generator_left(values.text(generator.__qualname__), location, when)


def install() -> None:
    monitoring.on_start(base_events.BaseEventLoop._asyncgen_finalizer_hook, _collected)
    monitoring.on_start(base_events.BaseEventLoop.shutdown_asyncgens, _shut_down)
