"""The half of the simulator that lives inside CPython.

It gives CPython's own asyncio a clock, a selector and a console that belong to the kernel, runs the
reader's program as ``python main.py`` would, and tells the recorder what the tasks do. Everything
else is CPython's own code.
"""

from . import own_builtins  # noqa: F401  before the rest of us
