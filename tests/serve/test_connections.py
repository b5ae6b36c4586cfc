"""Whatever somebody sends to the preview, slowly, in masses or in no order, others are served."""

import os
import socket
import threading
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest
from tests.files import lay
from tests.serve.raw import HOST, ask, connect, rest
from tests.serve.running import SECONDS, Running, Start

from firstwin.serve import Attempt, SiteFolder
from firstwin.serve.connections import MOST, MOST_STREAMS

HEAD = b"GET /help/ HTTP/1.1\r\n" + HOST


@pytest.fixture
def running(start: Start, site: Path) -> Running:
    running = start(Attempt(SiteFolder(site)))
    running.wait()
    return running


def served(running: Running) -> bool:
    return "<h1>Help</h1>" in running.browser.get("/help/")[1]


ODD = {
    b"": b"",
    b"\r\n": b"",
    b"\0\0\0\0": b"400",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03": b"400",  # a browser that wants https
    b"nonsense\r\n\r\n": b"400",
    b"GET\r\n\r\n": b"400",
    b"GET /help/\r\n\r\n": b"This preview is for",  # HTTP/0.9: an answer without a head
    b"GET /help/ HTTP/1.0\r\n" + HOST + b"\r\n": b"200",
    b"GET /help/ HTTP/1.1\r\n\r\n": b"403",
    b"GET /help/ HTTP/2.0\r\n" + HOST + b"\r\n": b"505",
    b"GET /help/ HTTP/\xb9.\xb9\r\n\r\n": b"400",
    b"GET /help/ HTTP/99999999999.1\r\n\r\n": b"400",
    b"GET /help/ x HTTP/1.1\r\n\r\n": b"400",
    b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 2\r\n\r\nxx": b"501",
    b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n": b"501",
    b"CONNECT a.example:443 HTTP/1.1\r\n" + HOST + b"\r\n": b"501",
    b"__init__ / HTTP/1.1\r\n" + HOST + b"\r\n": b"501",
    b"G\xe9T\x1b[2J / HTTP/1.1\r\n" + HOST + b"\r\n": b"501",
    b"get / HTTP/1.1\r\n" + HOST + b"\r\n": b"501",
    b"GET * HTTP/1.1\r\n" + HOST + b"\r\n": b"400",
    b"GET help HTTP/1.1\r\n" + HOST + b"\r\n": b"400",
    b"GET ?x HTTP/1.1\r\n" + HOST + b"\r\n": b"400",
    b"GET http://[ HTTP/1.1\r\n" + HOST + b"\r\n": b"400",
    b"GET http://\xe2\x84\x80/help/ HTTP/1.1\r\n" + HOST + b"\r\n": b"200",
    b"GET http://localhost/help/ HTTP/1.1\r\n" + HOST + b"\r\n": b"200",
    b"GET //[/help HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /%/%2/%zz/%u0041 HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /%ff%fe%00 HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /%ed%a0%80 HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /\xff\xfe\x80 HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /caf\xc3\xa9/ HTTP/1.1\r\n" + HOST + b"\r\n": b"200",
    b"GET /\x1b[2J HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /help#x HTTP/1.1\r\n" + HOST + b"\r\n": b"302",
    b"GET /help/?%ff=\xff&x HTTP/1.1\r\n" + HOST + b"\r\n": b"200",
    b"GET /" + b"a/" * 30_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n": b"404",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n": b"414",
    b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n": b"431",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n": b"431",
    b"GET / HTTP/1.1\r\n" + (b"X: " + b"y" * 60_000 + b"\r\n") * 9: b"",
    b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n": b"200",
    b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n": b"403",
    b"GET / HTTP/1.1\r\n : \r\n\r\n": b"403",
    b"GET / HTTP/1.1\r\n" + HOST + b"Range: bytes=0-1,5-,-3,x\r\n\r\n": b"200",
    b"GET / HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\n\r\n": b"100",
    b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n": b"200",
    b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n": b"200",
    b"GET / HTTP/1.1\r\n" + HOST + b"Connection: \xff, close\r\nUpgrade: x\r\n\r\n": b"200",
    b"HEAD /_firstwin/events HTTP/1.1\r\n" + HOST + b"\r\n": b"200",
}


@pytest.mark.parametrize(
    ("request_", "answer"), list(ODD.items()), ids=[repr(one[:60]) for one in ODD]
)
def test_an_odd_request_is_answered_or_dropped(
    running: Running, request_: bytes, answer: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    got = ask(running, request_)

    assert answer in got.partition(b"\r\n")[0]
    assert bool(got) == bool(answer)
    assert served(running)
    assert capfd.readouterr() == ("", "")


def test_what_follows_a_body_is_no_request(running: Running) -> None:
    hidden = b"GET /data.json HTTP/1.1\r\n" + HOST + b"\r\n"
    head = HEAD + b"Content-Length: %d\r\n\r\n" % len(hidden)

    assert ask(running, head + hidden).count(b"HTTP/1.1 200") == 1


def test_many_requests_at_once_are_answered_one_by_one(running: Running) -> None:
    assert ask(running, (HEAD + b"\r\n") * 500).count(b"<h1>Help</h1>") == 500


# What lies in the preview folder


def test_what_is_odd_in_the_folder_is_not_there_or_is_served(
    running: Running, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "loop").symlink_to("loop")
    (site / "around").symlink_to(".", target_is_directory=True)
    (site / "dangling.html").symlink_to("nowhere")
    (site / "index.html.d").mkdir()
    os.mkfifo(site / "pipe.html")
    (site / "folder.html").mkdir()
    (site / os.fsdecode(b"na\xefve.html")).write_text("<h1>na\u00efve</h1>")
    lay(site, {"\u65e5\u672c/index.html": "<h1>\u65e5\u672c</h1>"})

    def status(path: str) -> int:
        return running.browser.get(path)[0].status

    for path in ("/loop", "/loop/", "/loop/x", "/dangling.html", "/pipe.html", "/index.html.d/"):
        assert status(path) == 404, path
    assert status("/folder.html") == 302
    assert status("/na%c3%afve.html") == 404
    assert status("/around/around/help/") == 200
    assert "na\u00efve" in running.browser.get("/na%efve.html")[1]
    assert "\u65e5\u672c" in running.browser.get("/%e6%97%a5%e6%9c%ac/")[1]
    assert capfd.readouterr() == ("", "")


# Many, and slow ones


def test_a_crowd_that_says_nothing_gives_way_to_who_asks(running: Running) -> None:
    before = threading.active_count()
    with ExitStack() as stack:
        crowd = [stack.enter_context(closing(connect(running))) for _ in range(300)]
        for number, connection in enumerate(crowd):
            with suppress(ConnectionError):
                connection.sendall((b"", b"GET", HEAD)[number % 3])
        assert served(running)
        assert threading.active_count() <= before + MOST
        assert sum(is_open(connection) for connection in crowd) < MOST


@pytest.mark.unmeasured  # it is timed
@pytest.mark.parametrize("path", [b"/help/", b"/film.webm"])
def test_a_crowd_that_asks_without_end_and_takes_nothing_delays_nobody(
    running: Running, site: Path, path: bytes
) -> None:
    (site / "film.webm").write_bytes(bytes(8 * 1024 * 1024))
    request = b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"\r\n"
    began = time.monotonic()
    with ExitStack() as stack:
        for _ in range(300):
            connection = stack.enter_context(closing(connect(running)))
            connection.setblocking(False)
            with suppress(OSError):
                connection.send(request * 2000)
        assert served(running)
    assert time.monotonic() - began < 10


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return bool(connection.recv(1))
    except BlockingIOError:
        return True
    except ConnectionError:
        return False


def test_who_asks_too_slowly_is_cut_off(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstwin.serve.server.ASKS", 0.5)
    began = time.monotonic()
    with closing(connect(running)) as connection:
        connection.settimeout(0.02)
        closed = False
        while not closed:
            try:
                connection.send(b"X")  # never the end of a line
                closed = not connection.recv(1)
            except TimeoutError:
                continue
            except ConnectionError:
                closed = True
    assert time.monotonic() - began < 5


def test_who_says_nothing_after_an_answer_is_let_go(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firstwin.serve.server.ASKS", 0.2)
    with closing(connect(running)) as connection:
        connection.sendall(HEAD + b"\r\n")
        assert b"<h1>Help</h1>" in rest(connection)


def test_who_takes_an_answer_too_slowly_is_cut_off(
    running: Running, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = 64 * 1024 * 1024
    (site / "film.webm").write_bytes(bytes(size))
    monkeypatch.setattr("firstwin.serve.server.TAKES", 0.2)
    before = threading.active_count()
    with closing(connect(running)) as connection:
        connection.sendall(b"GET /film.webm HTTP/1.1\r\n" + HOST + b"\r\n")
        assert connection.recv(12) == b"HTTP/1.1 200"
        while threading.active_count() > before:
            assert served(running)
        taken = len(rest(connection))
    assert taken < size


class Working:
    """A site with a page that is made until somebody says that it is done."""

    look = ""

    def __init__(self, folder: Path) -> None:
        self.asked, self.done = threading.Event(), threading.Event()
        self._folder = SiteFolder(folder)

    def read(self, path: str) -> bytes | None:
        if path == "/long.html":
            self.asked.set()
            self.done.wait(SECONDS)
        return self._folder.read(path)

    def loaded_by(self, page: str) -> bytes:
        return self._folder.loaded_by(page)

    def is_folder(self, path: str) -> bool:
        return self._folder.is_folder(path)


@pytest.fixture
def working(site: Path) -> Working:
    return Working(site)


@pytest.fixture
def crowded(start: Start, working: Working, monkeypatch: pytest.MonkeyPatch) -> Running:
    """A preview with room for three, two of whom may wait for news."""
    monkeypatch.setattr("firstwin.serve.connections.MOST", 3)
    monkeypatch.setattr("firstwin.serve.connections.MOST_STREAMS", 2)
    monkeypatch.setattr("firstwin.serve.server.GLANCE", 0.05)
    running = start(Attempt(working))
    while running.browser.get("/help/")[0].status != 200:
        pass
    return running


def test_so_many_pages_may_wait_for_news_and_no_more(crowded: Running) -> None:
    with crowded.browser.news() as one, crowded.browser.news() as other:
        next(one)
        next(other)
        response, said = crowded.browser.get("/_firstwin/events")
        assert (response.status, said) == (503, "Too many pages are open.\n")
        assert served(crowded)
    until_there_is_room(crowded)


def until_there_is_room(running: Running) -> None:
    """Its place is free again once the server notices that somebody has left."""
    while True:
        with suppress(AssertionError), running.browser.news() as news:
            next(news)
            return


def test_who_comes_when_all_places_are_taken_is_told_so(crowded: Running, working: Working) -> None:
    with crowded.browser.news() as one, crowded.browser.news() as other:
        next(one)
        next(other)
        with closing(connect(crowded)) as busy:
            busy.sendall(b"GET /long.html HTTP/1.1\r\n" + HOST + b"\r\n")
            working.asked.wait(SECONDS)
            assert ask(crowded, b"").startswith(b"HTTP/1.1 503 ")
            working.done.set()
            assert rest(busy).startswith(b"HTTP/1.1 404 ")
        while not ask(crowded, HEAD + b"\r\n").startswith(b"HTTP/1.1 200 "):
            pass


def test_who_takes_what_it_asked_for_gives_way_to_who_comes(crowded: Running, site: Path) -> None:
    (site / "film.webm").write_bytes(bytes(64 * 1024 * 1024))
    with crowded.browser.news() as one, crowded.browser.news() as other:
        next(one)
        next(other)
        with closing(connect(crowded)) as slow:
            slow.sendall(b"GET /film.webm HTTP/1.1\r\n" + HOST + b"\r\n")
            assert slow.recv(12) == b"HTTP/1.1 200"
            assert served(crowded)


def test_who_waits_hears_that_the_preview_is_still_there(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firstwin.serve.server.STILL_THERE", 0.1)
    monkeypatch.setattr("firstwin.serve.server.GLANCE", 0.05)
    with closing(connect(running)) as connection:
        connection.sendall(b"GET /_firstwin/events HTTP/1.1\r\n" + HOST + b"\r\n")
        got = b""
        while got.count(b": still here\n\n") < 2:
            got += connection.recv(1000)


def test_a_page_is_asked_to_come_back(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser does so by itself; of whoever is gone without a word nothing stays."""
    monkeypatch.setattr("firstwin.serve.server.LISTENS", 0.2)
    monkeypatch.setattr("firstwin.serve.server.GLANCE", 0.05)
    with running.browser.news() as news:
        assert len(list(news)) == 1


def test_no_thread_stays_of_those_who_left(running: Running) -> None:
    before = threading.active_count()
    for _ in range(MOST + MOST_STREAMS):
        assert served(running)
        ask(running, b"GET")
    assert threading.active_count() <= before + 2


def test_a_fault_of_ours_is_shown_and_ends_nothing(
    start: Start, site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("firstwin.serve.server._asset", fail)
    assert ask(running, b"GET /_firstwin/preview.js HTTP/1.1\r\n" + HOST + b"\r\n") == b""

    problem = running.shown.get(timeout=20).problems[0]
    assert problem.message == "this is a fault of firstwin: RuntimeError('a bug')"
    assert "in _answer" in problem.source
    assert served(running)
    assert capfd.readouterr() == ("", "")
