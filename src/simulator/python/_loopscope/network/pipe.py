"""One direction of a connection: a queue of bytes with a limit."""

from .. import channels
from .addresses import shown


class Pipe:
    """Bytes from a writer to a reader.

    They count against the capacity from ``write`` until the acknowledgement of their reading is
    back, so both the send buffer and the receive buffer of a real connection are in it.

    ``reader`` and ``writer`` are told of what happens: ``bytes_arrived``, ``end_arrived``,
    ``room_made``. The writer knows ``capacity_to(reader)``, and in ``room_to_report`` what part of
    it must be free before a full pipe counts as writable again, so as not to wake for every byte.
    """

    type = "connection"
    channel = standing = None
    """Its number in the trace, and how it stood when it was last seen; see ``channels.py``."""
    last_writer = last_reader = None
    server = None
    """The number of the listening socket that the connection came in at."""

    def __init__(self, writer, reader, wire, back):
        """``back`` is the wire from reader to writer."""
        self.writer = writer
        self.reader = reader
        self.wire = wire
        self._back = back
        self._unacknowledged = 0
        self._arrived = bytearray()

    @property
    def name(self) -> str:
        ends = self.writer, self.reader
        if not any(end.local for end in ends):
            return "socket pair"
        return " → ".join(end.label or shown(end.local) for end in ends)

    @property
    def back(self):
        """The other direction."""
        return self.reader.outgoing

    @property
    def underway(self) -> int:
        return self._unacknowledged

    @property
    def _room(self) -> int:
        return self.capacity - self._unacknowledged

    @property
    def capacity(self) -> int:
        return self.writer.capacity_to(self.reader)

    @property
    def is_writable(self) -> bool:
        return self._room >= self.capacity * self.writer.room_to_report

    @property
    def is_writer_open(self) -> bool:
        return self.writer.can_write

    @property
    def is_reader_open(self) -> bool:
        return self.reader.can_read

    @property
    def has_arrived(self) -> bool:
        return len(self._arrived) > 0

    def write(self, data) -> int:
        """Take as much as there is room for; how many bytes that was."""
        count = max(min(len(data), self._room), 0)
        if count:
            channels.written(self)
            self._unacknowledged += count
            self.wire.carry(self._arrive, bytes(data[:count]))
        return count

    def end(self):
        """No more bytes will come."""
        self.wire.carry(self.reader.end_arrived)

    def read(self, limit: int, peek: bool = False) -> bytes:
        """Up to ``limit`` of the bytes that have arrived."""
        data = bytes(self._arrived[:limit])
        if data and not peek:
            channels.read(self)
            del self._arrived[:limit]
            self._back.carry(self._acknowledge, len(data))
        return data

    def _arrive(self, data):
        self._arrived += data
        self.reader.bytes_arrived()

    def _acknowledge(self, count):
        was_writable = self.is_writable
        self._unacknowledged -= count
        if self.is_writable and not was_writable:
            self.writer.room_made()
