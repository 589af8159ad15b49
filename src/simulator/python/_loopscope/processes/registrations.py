"""What a process has given CPython to call: codecs, handlers of coding errors, and audit hooks."""

import _codecs
import codecs
import sys

from .. import audits, kernel

_register, _unregister = codecs.register, codecs.unregister
_register_error, _unregister_error = codecs.register_error, _codecs._unregister_error
_add_audit_hook = sys.addaudithook


class _Codecs:
    """``searches``: the functions that the running process has registered to find codecs."""

    _registered = []

    def register(self, search_function, /):
        _register(search_function)
        self._registered = [*self._registered, search_function]

    def unregister(self, search_function, /):
        _unregister(search_function)
        self._registered = [each for each in self._registered if each is not search_function]

    @property
    def searches(self):
        return self._registered

    @searches.setter
    def searches(self, searches):
        for function in self._registered:
            _unregister(function)
        for function in searches:
            _register(function)
        self._registered = searches


class _ErrorHandlers:
    """``added``: by name those that the running process has registered."""

    _added = {}

    def register_error(self, errors, handler, /):
        _register_error(errors, handler)
        self._added = {**self._added, errors: handler}

    def unregister_error(self, errors, /):
        is_gone = _unregister_error(errors)
        self._added = {name: handler for name, handler in self._added.items() if name != errors}
        return is_gone

    @property
    def added(self):
        return self._added

    @added.setter
    def added(self, added):
        for name in self._added:
            if name in _BUILT_IN:
                _register_error(name, _BUILT_IN[name])
            else:
                _unregister_error(name)
        for name, handler in added.items():
            _register_error(name, handler)
        self._added = added


_BUILT_IN = {
    name: codecs.lookup_error(name)
    for name in (
        *("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"),
        *("surrogatepass", "surrogateescape"),
    )
}


def addaudithook(hook):
    owner = kernel.process

    def call(event, arguments):
        if kernel.process is owner and audits.is_of_program(event):
            hook(event, arguments)

    _add_audit_hook(call)


_codecs_of_process, _error_handlers = _Codecs(), _ErrorHandlers()


def attributes():
    """As ``ownership`` has them: holder, name, how to make that of a new process."""
    yield _codecs_of_process, "searches", list
    yield _error_handlers, "added", dict


def install() -> None:
    for name in ("register", "unregister"):
        setattr(codecs, name, getattr(_codecs_of_process, name))
        setattr(_codecs, name, getattr(_codecs_of_process, name))
    codecs.register_error = _codecs.register_error = _error_handlers.register_error
    _codecs._unregister_error = _error_handlers.unregister_error
    addaudithook.__module__ = "sys"
    sys.addaudithook = addaudithook
