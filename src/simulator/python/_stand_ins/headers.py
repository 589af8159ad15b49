"""Headers: names in any case, each with one value or several."""

from collections.abc import MutableMapping


class Headers(MutableMapping):
    def __init__(self, given=()):
        self._pairs = []
        """As they came: names are told as they were written, and found in any case."""
        self.update(given)

    def update(self, given=(), /, **more):
        given = () if given is None else given
        pairs = given.items() if hasattr(given, "items") else given
        for name, value in [*pairs, *more.items()]:
            self[name] = value

    def add(self, name, value):
        self._pairs.append((_text(name), _text(value)))

    def get_list(self, name) -> list:
        return [value for key, value in self._pairs if key.lower() == name.lower()]

    getall = get_list

    def multi_items(self) -> list:
        return list(self._pairs)

    def __getitem__(self, name):
        found = self.get_list(name)
        if not found:
            raise KeyError(name)
        return ", ".join(found)

    def __setitem__(self, name, value):
        self._remove(_text(name))
        if value is not None:
            self.add(name, value)

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        self._remove(name)

    def _remove(self, name):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return isinstance(name, str) and bool(self.get_list(name))

    def __iter__(self):
        return iter(dict.fromkeys(key for key, _ in self._pairs))

    def __len__(self):
        return len({key.lower() for key, _ in self._pairs})

    def __eq__(self, other):
        lower = {key.lower(): value for key, value in self.items()}
        return hasattr(other, "items") and lower == {key.lower(): value for key, value in other.items()}

    def copy(self):
        copy = type(self)()
        copy._pairs = list(self._pairs)
        return copy

    def __repr__(self):
        return f"{type(self).__name__}({dict(self)!r})"


def headers_of(pairs, kind=Headers):
    """Headers as they came, with several of one name."""
    headers = kind()
    for name, value in pairs:
        headers.add(name, value)
    return headers


def charset_of(headers):
    """The charset that a Content-Type names; None without one."""
    for part in headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'") or None
    return None


def media_type_of(headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _text(value) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    if any(character in text for character in "\r\n\0"):
        raise ValueError(f"a header has no line ends: {text!r}")
    return text
