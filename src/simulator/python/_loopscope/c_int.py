"""Numbers as C takes them."""

import operator


def c_int(value) -> int:
    """An ``int`` of C's, as ``PyLong_AsInt`` makes it of an argument.

    :raises TypeError: of what is no whole number.
    :raises OverflowError: of one that has no room in 32 bits.
    """
    number = operator.index(value)
    if not _fits(number):
        raise OverflowError("Python int too large to convert to C int")
    return number


def parsed_c_int(value) -> int:
    """The same as ``PyArg_ParseTuple`` does it, with its words."""
    number = operator.index(value)
    if not _fits(number):
        which = "greater than maximum" if number > 0 else "less than minimum"
        raise OverflowError(f"signed integer is {which}")
    return number


def _fits(number):
    return -(2**31) <= number < 2**31
