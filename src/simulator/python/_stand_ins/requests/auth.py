"""Who asks: a name and a password in each request."""

from _stand_ins import refusing
from _stand_ins.bodies import basic_auth


class AuthBase:
    def __call__(self, request):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __call__(self, request):
        request.headers["Authorization"] = basic_auth(self.username, self.password)
        return request


__getattr__ = refusing("requests.auth")
