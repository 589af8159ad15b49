"""Which functions of ours do nothing but call the program, or the library for it."""

_entrances = set()
"""Their code."""


def entrance(function):
    """Mark a function as one that may be interrupted below: what it calls is not our own work."""
    _entrances.add(function.__code__)
    return function


def is_entrance(frame) -> bool:
    return frame.f_code in _entrances
