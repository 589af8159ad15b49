"""Files of ``sqlite3`` that are not there yet.

SQLite looks at a path before it makes a file there, and takes any answer but Emscripten's own number
for "no such file" as a failure; here files answer with Linux's. So a new database is made before it
is opened, empty, as SQLite itself makes it.
"""

import os
import sys
from urllib.parse import parse_qs, unquote, urlsplit

from . import library


def _about_to_connect(event, arguments):
    if event == "sqlite3.connect":
        path = _path_of(arguments[0])
        if path:
            _make(path)


def _path_of(database):
    """The file that is opened for writing; empty if it is none."""
    path = os.fsdecode(database) if isinstance(database, (str, bytes, os.PathLike)) else ""
    if not path.startswith("file:"):
        return "" if path == ":memory:" else path
    parts = urlsplit(path)
    mode = parse_qs(parts.query).get("mode", ["rwc"])[-1]
    name = unquote(parts.path)
    return name if mode == "rwc" and name != ":memory:" else ""


def _make(path):
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o644))
    except (OSError, ValueError):
        # SQLite will say so.
        pass


def install() -> None:
    library.fit("sqlite3.dbapi2", lambda module: sys.addaudithook(_about_to_connect))
