"""Who is connected to the preview: not more than it can serve, and nobody for nothing.

In: connections as they come. Out: which of them stay. A browser opens some and says nothing on them, others send or take
a byte now and then: who has asked for nothing gives way to who comes, the longest silent first. A request has its time
to arrive, whole, and an answer to be taken.
"""

from __future__ import annotations

import io
import socket
import time
from contextlib import suppress
from threading import Condition
from typing import Final

MOST: Final = 64
"""How many connections there are at a time, each with a thread of its own."""
MOST_STREAMS: Final = 32
"""How many of them may wait for news: the pages that are open."""
LARGEST: Final = 128 * 1024
"""The bytes of a request. A browser sends a few thousand."""
_FAREWELL: Final = 1.0
"""Seconds in which one of all that are there ends or gives way; until then nobody is refused."""


class Connections:
    """The connections there are."""

    def __init__(self) -> None:
        self._change = Condition()
        self._taken = 0
        self._silent: dict[socket.socket, None] = {}
        self._dismissed: set[socket.socket] = set()
        self._streams: set[socket.socket] = set()

    def admit(self, connection: socket.socket) -> bool:
        """Let somebody in, if there is a place or can be made one. Whoever is let in has to `leave`."""
        with self._change:
            if not self._change.wait_for(self._has_a_place, _FAREWELL):
                return False
            self._taken += 1
            self._silent[connection] = None
        return True

    def falls_silent(self, connection: socket.socket) -> None:
        """It has asked for nothing, or has got what it asked for."""
        with self._change:
            self._silent[connection] = None
            self._change.notify()

    def asks(self, connection: socket.socket) -> bool:
        """It has asked for something; False if it had to give way in that moment."""
        with self._change:
            return self._silent.pop(connection, self) is None

    def listens(self, connection: socket.socket) -> bool:
        """It wants to wait for news; False where too many do."""
        with self._change:
            if len(self._streams) >= MOST_STREAMS:
                return False
            self._streams.add(connection)
            return True

    def leave(self, connection: socket.socket) -> None:
        """It has ended."""
        with self._change:
            self._silent.pop(connection, None)
            self._dismissed.discard(connection)
            self._streams.discard(connection)
            self._taken -= 1
            self._change.notify()

    def _has_a_place(self) -> bool:
        if self._taken < MOST:
            return True
        if self._silent and not self._dismissed:
            connection = next(iter(self._silent))
            del self._silent[connection]
            self._dismissed.add(connection)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        return False


class Arriving(io.RawIOBase):
    """What a connection sends, until a moment; who has not sent all by then, or sends without end, is cut off."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = 0.0
        self._left = 0

    def wait(self, seconds: float) -> None:
        """Give what comes next its time, counted from now, and its room."""
        self._until = time.monotonic() + seconds
        self._left = LARGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # what it is called with
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if self._left <= 0:
            raise ConnectionAbortedError
        self._connection.settimeout(left)
        read = self._connection.recv_into(buffer)
        self._left -= read
        return read
