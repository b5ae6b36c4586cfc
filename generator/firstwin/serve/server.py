"""The development server: the last good site, and news about it.

In: `Notices`. Out: HTTP. Files are sent as they are; only responses with a page of HTML get the
script that listens for news, right before they are sent. It is for one person at work: it binds to this
machine alone unless told otherwise, and then answers nobody who calls it by a foreign name. Whatever somebody sends is
answered, or the connection closed.
"""

from __future__ import annotations

import html
import io
import json
import re
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from time import monotonic
from typing import Any, Final

from msgspec import Struct, field, to_builtins

from firstwin.serve.connections import Arriving, Connections
from firstwin.serve.files import content_type, inside
from firstwin.serve.notices import Notice, Notices, Problem
from firstwin.site import NOT_FOUND

OURS: Final = "/_firstwin/"
SCRIPT: Final = OURS + "preview.js"
EVENTS: Final = OURS + "events"
STILL_THERE: Final = 15.0
"""Seconds of silence after which a line is sent, so that no proxy takes the connection for dead."""
GLANCE: Final = 1.0
"""Seconds after which it is noticed that somebody who waited for news has left."""
ASKS: Final = 10.0
"""Seconds for a request to arrive in, counted from the end of the last answer."""
TAKES: Final = 30.0
"""Seconds for an answer to be taken in."""
AT_FIRST: Final = 3.0
"""Seconds for which an answer waits for the first build: most take less, and a page that says so has to be loaded anew."""
LISTENS: Final = 600.0
"""Seconds after which somebody who waits for news is asked to come back: a page does so by itself."""

_EVERY_ADDRESS: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104  # what a user may ask for
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_TARGET: Final = re.compile(
    r"(?:https?://[^/?#]*)?(/[^?#]*)", re.IGNORECASE
)  # a path, or a whole address
_BUSY: Final = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_HOST: Final = re.compile(r"^(\[[^\]]*\]|[^:]*)(?::\d*)?$")  # a name or an address, and a port


class PreviewServer(ThreadingHTTPServer):
    """Serves what the newest notice says."""

    daemon_threads = True
    request_queue_size = 1024

    def __init__(
        self, host: str, port: int, notices: Notices, failed: Callable[[BaseException], None]
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.notices = notices
        self.local = host in _LOCAL
        self.connections = Connections()
        self._failed = failed
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where a browser finds the site."""
        host, port = str(self.server_address[0]), self.server_address[1]
        if host in _EVERY_ADDRESS:
            return f"http://localhost:{port}/"
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Let a thread serve whoever connects, unless there are too many."""
        if not self.connections.admit(request):
            with suppress(OSError):
                request.settimeout(0)
                request.send(_BUSY)
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:  # there is no thread to be had
            self.connections.leave(request)
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.leave(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002  # as it is called
        """A reader who leaves, or whom the system drops, is no error."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self._failed(error)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "firstwin"
    sys_version = ""

    def setup(self) -> None:
        super().setup()
        self._arriving = Arriving(self.connection)
        self.rfile = io.BufferedReader(self._arriving)

    def handle_one_request(self) -> None:
        """Wait for a request, and answer it."""
        self._arriving.wait(ASKS)
        super().handle_one_request()

    def do_GET(self) -> None:
        connections = self.server.connections
        if not connections.asks(self.connection):
            self.close_connection = True
            return
        self.connection.settimeout(TAKES)
        if any(self.headers.get(name) for name in ("Content-Length", "Transfer-Encoding")):
            self.close_connection = True  # what else it sends is no request
        target = _TARGET.match(self.path)
        path = target[1] if target else ""
        if path == EVENTS and self._called_by_our_name():
            self._send_events()
        else:
            self._send(self._answer(path))
            connections.idles(self.connection)

    def _answer(self, path: str) -> _Answer:
        if not self._called_by_our_name():
            return _sentence(HTTPStatus.FORBIDDEN, "This preview is for this machine alone.")
        if not path:
            return _sentence(HTTPStatus.BAD_REQUEST, "This is no address of a page.")
        if path == SCRIPT:
            return _Answer(HTTPStatus.OK, _asset("preview.js"), "text/javascript; charset=utf-8")
        notice = self.server.notices.first(AT_FIRST)
        with self.server.connections.work:
            return _page(path, notice)

    def do_HEAD(self) -> None:
        self.do_GET()

    def end_headers(self) -> None:
        """End the head of any answer: no page of another site learns from a picture or a script what is in an edition."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Requests are not worth a line in the terminal."""

    def _called_by_our_name(self) -> bool:
        """Whether the host asked for is this machine: a foreign page may point its name here."""
        host = _HOST.sub(r"\1", self.headers.get("Host", "")).lower()
        return not self.server.local or host.strip("[]") in _LOCAL

    def _send_events(self) -> None:
        if not self.server.connections.listens(self.connection):
            self._send(_sentence(HTTPStatus.SERVICE_UNAVAILABLE, "Too many pages are open."))
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        notices, seen, now = self.server.notices, 0, monotonic()
        until, silent_since = now + LISTENS, now
        while self.command == "GET" and now < until and not notices.closed and not self._has_left():
            seen, notice = notices.wait(seen, GLANCE)
            now = monotonic()
            if notice or now - silent_since >= STILL_THERE:
                self.wfile.write(_event(notice) if notice else b": still here\n\n")
                silent_since = now

    def _has_left(self) -> bool:
        """Whether nobody listens any more: a page that was left or loaded anew says so and nothing else."""
        self.connection.setblocking(False)
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        finally:
            self.connection.settimeout(TAKES)

    def _send(self, answer: _Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.more.items():
            self.send_header(name, value)
        if answer.kind:
            self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        connections = self.server.connections
        if connections.crowded:
            self.send_header("Connection", "close")
        connections.idles(self.connection)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)


class _Answer(Struct, frozen=True):
    """What is sent: `kind` is what a browser is told about the body."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


def _sentence(status: HTTPStatus, sentence: str) -> _Answer:
    return _Answer(status, f"{sentence}\n".encode(), "text/plain; charset=utf-8")


def _page(path: str, notice: Notice) -> _Answer:
    """What the site of a notice has at a path."""
    if notice.site is None:
        return _html(HTTPStatus.SERVICE_UNAVAILABLE, _page_without_site(notice), notice)
    wanted = inside(path, notice.base)
    if not wanted.endswith("/") and notice.site.is_folder(wanted):
        return _Answer(HTTPStatus.FOUND, more={"Location": "/" + path.strip("/") + "/"})
    status, file = HTTPStatus.OK, wanted + "index.html" if wanted.endswith("/") else wanted
    content = notice.site.read(file)
    if content is None:
        status, file = HTTPStatus.NOT_FOUND, f"/{NOT_FOUND}"
        content = notice.site.read(file)
    if content is None:
        return _sentence(HTTPStatus.NOT_FOUND, "There is no such page.")
    if file.endswith(".html"):
        return _html(status, content, notice, notice.site.loaded_by(file))
    return _Answer(status, content, content_type(file))


def _html(status: HTTPStatus, page: bytes, notice: Notice, loaded: bytes = b"") -> _Answer:
    name = blake2b(page + loaded, digest_size=8).hexdigest()
    known = {"version": notice.version, "look": notice.look, "page": name}
    data = " ".join(f'data-{key}="{value}"' for key, value in known.items())
    tag = f'<script src="{SCRIPT}" {data} defer></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    page = before + tag + end + after if end else page + tag
    return _Answer(status, page, "text/html; charset=utf-8", {"X-Firstwin-Page": name})


def _asset(name: str) -> bytes:
    return (files("firstwin.serve") / name).read_bytes()


def _event(notice: Notice) -> bytes:
    state = {
        "version": notice.version,
        "look": notice.look,
        "problems": [to_builtins(problem) for problem in notice.problems],
    }
    return f"data: {json.dumps(state)}\n\n".encode()


def _page_without_site(notice: Notice) -> bytes:
    """What is shown until a first build succeeds. Without scripts the problems stand in it as text."""
    listed = "\n\n".join(_as_text(problem) for problem in notice.problems)
    return _asset("waiting.html").replace(b"{problems}", html.escape(listed).encode())


def _as_text(problem: Problem) -> str:
    head = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return "\n".join(part for part in (head, problem.source, problem.hint) if part)
