"""One direction of a connection: a queue of bytes with a limit."""


class Pipe:
    """Bytes from a writer to a reader.

    They count against the capacity from ``write`` until the acknowledgement of their reading is
    back, so both the send buffer and the receive buffer of a real connection are in it.

    ``reader`` and ``writer`` are told of what happens: ``bytes_arrived``, ``end_arrived``,
    ``room_made``.
    """

    def __init__(self, wire, back, capacity: int, room_to_report: float):
        """``back`` is the wire from reader to writer.

        ``room_to_report``: the part of the capacity that must be free before ``poll`` calls a full
        pipe writable again, so that writers do not wake for every byte.
        """
        self.wire = wire
        self._back = back
        self.capacity = capacity
        self._room_to_report = room_to_report
        self._unacknowledged = 0
        self._arrived = bytearray()
        self.reader = None
        self.writer = None

    @property
    def is_writable(self) -> bool:
        room = self.capacity - self._unacknowledged
        return room >= self.capacity * self._room_to_report

    @property
    def has_arrived(self) -> bool:
        return len(self._arrived) > 0

    def write(self, data) -> int:
        """Take as much as there is room for; how many bytes that was."""
        count = min(len(data), self.capacity - self._unacknowledged)
        if count > 0:
            self._unacknowledged += count
            self.wire.carry(self._arrive, bytes(data[:count]))
        return max(count, 0)

    def end(self):
        """No more bytes will come."""
        self.wire.carry(self.reader.end_arrived)

    def read(self, limit: int, peek: bool = False) -> bytes:
        """Up to ``limit`` of the bytes that have arrived."""
        data = bytes(self._arrived[:limit])
        if data and not peek:
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
