"""Our modules see the library as it was before the program began.

A program may put something of its own in the place of ``asyncio.Task`` or ``sys._getframe``. See
``own_builtins``, too.
"""

import types

from .own_builtins import is_ours, our_modules, take_over


def keep(exchanged) -> None:
    """Have all of us that is loaded find the library as it is now.

    ``exchanged`` are the attributes, as pairs of holder and name, that each process has for itself.
    Called when all of us is there; what is written to a module goes to the library's own.
    """
    take_over()
    changing = {(holder.__name__, name) for holder, name in exchanged if type(holder) is types.ModuleType}
    copies = _Copies(_names_in_our_code(), changing | _CHANGING)
    for module in our_modules():
        for name, value in vars(module).items():
            if type(value) is types.ModuleType and not is_ours(value.__name__):
                vars(module)[name] = copies.of(value)


_CHANGING = {("warnings", "filters")}
"""What the library itself puts something else in the place of."""

_ALWAYS_ITSELF = {"builtins"}


class _Copies:
    def __init__(self, names, changing):
        self._names = names
        self._changing = changing
        self._made = {}

    def of(self, module):
        """A copy of those attributes of a module that our code uses; the others are looked up in it."""
        name = module.__name__
        if is_ours(name) or name in _ALWAYS_ITSELF:
            return module
        if name not in self._made:
            copy = self._made[name] = _Copy(name)
            contents = {
                key: self.of(value) if type(value) is types.ModuleType else value
                for key, value in vars(module).items()
                if key in self._names and not self._changes(name, key)
            }
            vars(copy).update(contents, __getattr__=lambda key: getattr(module, key), _original=module)
        return self._made[name]

    def _changes(self, module, name):
        return name.endswith("hook") or (module, name) in self._changing


class _Copy(types.ModuleType):
    def __setattr__(self, name, value):
        setattr(vars(self)["_original"], name, value)

    def __delattr__(self, name):
        delattr(vars(self)["_original"], name)


def _names_in_our_code():
    names = set()
    for module in our_modules():
        code = module.__spec__.loader.get_code(module.__name__)
        pending = [code]
        while pending:
            code = pending.pop()
            names.update(code.co_names)
            pending += (each for each in code.co_consts if type(each) is types.CodeType)
    return names
