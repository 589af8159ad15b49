"""``ctypes.util``: there is no library to find."""


def find_library(name):
    return None


def find_msvcrt():
    return None
