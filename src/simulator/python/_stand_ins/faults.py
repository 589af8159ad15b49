"""What goes wrong on the way; each library has its own errors for it."""


class PoolTimeout(Exception):
    """No connection has become free in time."""


class ConnectTimeout(Exception):
    """There was no connection in time."""


class CannotConnect(Exception):
    def __init__(self, error):
        super().__init__(error)
        self.error = error


class ReadTimeout(Exception):
    """Nothing has come for too long."""


class Broken(Exception):
    def __init__(self, error):
        super().__init__(error)
        self.error = error
