"""The system that a program believes it runs on.

Not only ``sys.platform`` says so: modules of the library choose by it what they define, so it has to
be said before the first of them is imported. The machine stays what it is, one of 32 bits.
"""

import os
import posix
import sys

_RELEASE = "6.12.0"
_VERSION = "#1 SMP"
_HOST_NAME = "localhost"


def _uname():
    return os.uname_result(("Linux", _HOST_NAME, _RELEASE, _VERSION, "wasm32"))


def install() -> None:
    sys.platform = "linux"
    sys.prefix = sys.exec_prefix = sys.base_prefix = sys.base_exec_prefix = "/usr"
    del sys._emscripten_info
    _uname.__name__ = _uname.__qualname__ = "uname"
    os.uname = posix.uname = _uname


def name_build_data(sysconfig) -> None:
    """``sysconfig`` looks for what CPython was built with under the platform's name."""
    sysconfig._get_sysconfigdata_name = lambda: "_sysconfigdata__emscripten_wasm32-emscripten"
