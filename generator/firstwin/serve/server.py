"""The development server: the last good site, and news about it.

In: a `Board`. Out: HTTP. Files come from disk as they are; only responses with a page of HTML get the
script that listens for news, right before they are sent. It is for one person at work: it binds to this
machine alone unless told otherwise, and then answers nobody who calls it by a foreign name.
"""

from __future__ import annotations

import html
import json
import re
import socket
import sys
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from firstwin.serve.board import Board, Notice, Problem
from firstwin.serve.files import content_type, find_file

OURS: Final = "/_firstwin/"
SCRIPT: Final = OURS + "preview.js"
EVENTS: Final = OURS + "events"
STILL_THERE: Final = 15.0
"""Seconds of silence after which a line is sent, so that no proxy takes the connection for dead."""

_EVERY_ADDRESS: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104  # what a user may ask for
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST: Final = re.compile(r"^(\[[^\]]*\]|[^:]*)(?::\d*)?$")  # a name or an address, and a port


class PreviewServer(ThreadingHTTPServer):
    """Serves what a board shows."""

    daemon_threads = True

    def __init__(self, host: str, port: int, board: Board) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.board = board
        self.local = host in _LOCAL
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where a browser finds the site."""
        host, port = str(self.server_address[0]), self.server_address[1]
        if host in _EVERY_ADDRESS:
            return f"http://localhost:{port}/"
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who leaves is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "firstwin"
    sys_version = ""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not self._called_by_our_name():
            self._send(HTTPStatus.FORBIDDEN, b"This preview is for this machine alone.\n", _PLAIN)
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _asset("preview.js"), "text/javascript; charset=utf-8")
        elif path == EVENTS:
            self._send_events()
        else:
            self._send_page(path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Requests are not worth a line in the terminal."""

    def _called_by_our_name(self) -> bool:
        """Whether the host asked for is this machine: a foreign page may point its name here."""
        host = _HOST.sub(r"\1", self.headers.get("Host", "")).lower()
        return not self.server.local or host.strip("[]") in _LOCAL

    def _send_page(self, path: str) -> None:
        notice = self.server.board.notice
        if notice.site is None:
            self._send_html(HTTPStatus.SERVICE_UNAVAILABLE, _page_without_site(notice), notice)
            return
        inside = "/" + path.removeprefix(notice.base).lstrip("/")
        found = find_file(notice.site, inside)
        if found is not None and found.is_dir():
            if not inside.endswith("/"):
                self._redirect("/" + path.strip("/") + "/")
                return
            found = find_file(notice.site, inside + "index.html")
        status = HTTPStatus.OK
        if found is None or not found.is_file():
            status, found = HTTPStatus.NOT_FOUND, find_file(notice.site, "/404.html")
        content = _read(found)
        if found is None or content is None:
            self._send(HTTPStatus.NOT_FOUND, b"There is no such page.\n", _PLAIN)
        elif found.suffix == ".html":
            self._send_html(status, content, notice)
        else:
            self._send(status, content, content_type(found))

    def _send_html(self, status: HTTPStatus, page: bytes, notice: Notice) -> None:
        tag = f'<script src="{SCRIPT}" data-version="{notice.version}" defer></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        page = before + tag + end + after if end else page + tag
        self._send(status, page, "text/html; charset=utf-8")

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen, board = 0, self.server.board
        while self.command == "GET" and not board.closed:
            seen, notice = board.wait(seen, STILL_THERE)
            self.wfile.write(_event(notice) if notice else b": still here\n\n")

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


_PLAIN: Final = "text/plain; charset=utf-8"


def _read(path: Path | None) -> bytes | None:
    """The bytes of a file; None where a new site, put in place just now, no longer has it."""
    try:
        return path.read_bytes() if path else None
    except OSError:
        return None


def _asset(name: str) -> bytes:
    return (files("firstwin.serve") / name).read_bytes()


def _event(notice: Notice) -> bytes:
    state = {
        "version": notice.version,
        "problems": [asdict(problem) for problem in notice.problems],
    }
    return f"data: {json.dumps(state)}\n\n".encode()


def _page_without_site(notice: Notice) -> bytes:
    """What is shown until a first build succeeds. Without scripts the problems stand in it as text."""
    listed = "\n\n".join(_as_text(problem) for problem in notice.problems)
    return _asset("waiting.html").replace(b"{problems}", html.escape(listed).encode())


def _as_text(problem: Problem) -> str:
    head = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return "\n".join(part for part in (head, problem.source, problem.hint) if part)
