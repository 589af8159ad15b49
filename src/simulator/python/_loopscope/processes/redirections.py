"""``>``, ``<`` and ``2>&1``: a shell's descriptors for the time of one command."""

import os

from .. import kernel
from . import calls
from .expansion import Expander
from .shell_syntax import SyntaxProblem


class Redirected:
    """The shell's descriptors while redirections hold."""

    def __init__(self, shell, redirections):
        self._shell = shell
        self._expander = Expander(shell)
        self._redirections = redirections
        self._saved = {}
        self.failed = False

    def __enter__(self):
        for fd, operator, word in self._redirections:
            target = self._expander.text(word)
            try:
                file = self._open(operator, target)
            except OSError as error:
                self._shell.complain(_reason(operator, target, error), 2)
                self.failed = True
                break
            self._saved.setdefault(fd, _keep(fd))
            table = kernel.process.descriptors
            if file is not None:
                table.set(fd, file)
            elif fd in table:
                table.close(fd)
        return self

    def _open(self, operator, target):
        if operator in (">&", "<&"):
            if target != "-" and not target.isdigit():
                raise SyntaxProblem("Syntax error: Bad fd number")
            return None if target == "-" else calls.inherited(int(target))
        flags = {"<": os.O_RDONLY, ">": os.O_WRONLY | os.O_CREAT | os.O_TRUNC}.get(
            operator, os.O_WRONLY | os.O_CREAT | os.O_APPEND
        )
        fd = os.open(target, flags, 0o666)
        file = calls.inherited(fd)
        os.close(fd)
        return file

    def __exit__(self, *exc_info):
        table = kernel.process.descriptors
        for fd, file in self._saved.items():
            if file is not None:
                table.set(fd, file)
                file.release()
            elif fd in table:
                table.close(fd)


def _reason(operator, target, error):
    """Why a file could not be opened, as dash words it."""
    verb, missing = "create", "Directory nonexistent"
    if operator == "<":
        verb, missing = "open", "No such file"
    reason = missing if isinstance(error, FileNotFoundError) else error.strerror
    return f"cannot {verb} {target}: {reason}"


def _keep(fd):
    """The open file behind a descriptor, kept open until it is put back."""
    file = kernel.process.descriptors.get(fd)
    if file is not None:
        file.retain()
    return file
