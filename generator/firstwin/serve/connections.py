"""Who is connected to the preview: not more than it can serve, and nobody for nothing.

In: connections as they come. Out: which of them stay. A browser opens some and says nothing on them, others send or take
a byte now and then: who has asked for nothing, or still takes what it asked for, gives way to who comes, the longest at it
first. A request has its time to arrive, whole, and an answer to be taken.
"""

from __future__ import annotations

import io
import socket
import time
from contextlib import suppress
from threading import Condition, Semaphore
from typing import Final

MOST: Final = 64
"""How many connections there are at a time, each with a thread of its own."""
MOST_STREAMS: Final = 32
"""How many of them may wait for news: the pages that are open."""
LARGEST: Final = 128 * 1024
"""The bytes of a request. A browser sends a few thousand."""
AT_WORK: Final = 4
"""How many answers are made up at a time. More of them slow one another, and each waits longer for its first byte."""
_FAREWELL: Final = 1.0
"""Seconds in which one of all that are there ends or gives way; until then nobody is refused."""
_GRACE: Final = 0.1
"""Seconds for which nobody has to give way: a browser has asked by then, and taken what is as long as a page."""


class Connections:
    """The connections there are."""

    def __init__(self) -> None:
        self._change = Condition()
        self._taken = 0
        self._idle: dict[socket.socket, float] = {}
        self._dismissed: set[socket.socket] = set()
        self._streams: set[socket.socket] = set()
        self.work = Semaphore(AT_WORK)
        """Held by whoever makes up an answer, and not while it is sent."""

    @property
    def crowded(self) -> bool:
        """Whether all places are taken: who has one then gets one answer, and makes room."""
        return self._taken >= MOST

    def admit(self, connection: socket.socket) -> bool:
        """Let somebody in, if there is a place or can be made one. Whoever is let in has to `leave`."""
        until = time.monotonic() + _FAREWELL
        with self._change:
            while self._taken >= MOST:
                now = time.monotonic()
                if now >= until:
                    return False
                self._change.wait(min(until - now, self._make_a_place(now)))
            self._taken += 1
            self._idle[connection] = time.monotonic()
        return True

    def idles(self, connection: socket.socket) -> None:
        """From now on nothing is done for it: it has got what it asked for, or is to take it."""
        with self._change:
            self._idle.pop(connection, None)
            if connection not in self._dismissed:
                self._idle[connection] = time.monotonic()
                self._change.notify()

    def asks(self, connection: socket.socket) -> bool:
        """It has asked for something; False if it had to give way in that moment."""
        with self._change:
            return self._idle.pop(connection, None) is not None

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
            self._idle.pop(connection, None)
            self._dismissed.discard(connection)
            self._streams.discard(connection)
            self._taken -= 1
            self._change.notify()

    def _make_a_place(self, now: float) -> float:
        """Dismiss who has been idle longest, if for long enough; the seconds until there is more to be done."""
        if self._dismissed or not self._idle:
            return _FAREWELL
        connection, since = next(iter(self._idle.items()))
        if now - since < _GRACE:
            return since + _GRACE - now
        del self._idle[connection]
        self._dismissed.add(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        return _FAREWELL


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
