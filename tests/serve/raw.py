"""Whoever speaks to the preview without being a browser."""

import socket
from contextlib import closing, suppress
from urllib.parse import urlsplit

from tests.serve.running import SECONDS, Running

HOST = b"Host: localhost\r\n"


def connect(running: Running) -> socket.socket:
    address = urlsplit(running.preview.url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=SECONDS)


def rest(connection: socket.socket) -> bytes:
    """What comes until the connection is closed, however it is closed."""
    got = b""
    with suppress(ConnectionError):
        while more := connection.recv(65536):
            got += more
    return got


def ask(running: Running, request: bytes) -> bytes:
    """Send something, and nothing after it; the answer."""
    with closing(connect(running)) as connection:
        with suppress(OSError):  # an answer may come, and the end, before all is sent
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        return rest(connection)
