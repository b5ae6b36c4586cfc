"""A preview that runs in a thread, and a browser for it, as far as a server can tell."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from firstwin.serve import Attempt, Listening, Preview, Problem

PAGES: dict[str, str | bytes] = {
    "index.html": "<html><body><h1>Home</h1></body></html>",
    "help/index.html": "<html><body><h1>Help</h1></body></html>",
    "404.html": "<html><body><h1>Not here</h1></body></html>",
    "assets/a.js": "x",
    "assets/a.css": "x",
    "assets/a.svg": "<svg/>",
    "assets/a.png": b"\x89PNG",
    "assets/a.woff2": b"x",
    "data.json": "{}",
    "plan.ics": "BEGIN:VCALENDAR",
    "sitemap.xml": "<urlset/>",
    "caf\u00e9/index.html": "<body>caf\u00e9</body>",
}
SECONDS = 20.0
"""How long a test waits for what has to happen; it goes on as soon as it does."""

FAULT = Problem(
    severity="error",
    code="FW203",
    message="`champoin` is not a role",
    place="playbooks/enterprise/playbook.yml:12:9",
    source="  owner: champoin",
    hint="did you mean `champion`?",
)


class Client:
    """A browser, as far as a server can tell."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
        with closing(HTTPConnection(self.host, timeout=SECONDS)) as connection:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response, response.read().decode(errors="replace")

    @contextmanager
    def news(self) -> Iterator[Iterator[dict[str, Any]]]:
        with closing(HTTPConnection(self.host, timeout=SECONDS)) as connection:
            connection.request("GET", "/_firstwin/events")
            with connection.getresponse() as response:
                assert response.headers["Content-Type"] == "text/event-stream"
                yield self._events(response)

    @staticmethod
    def _events(response: HTTPResponse) -> Iterator[dict[str, Any]]:
        while line := response.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


class Running:
    """A preview in a thread, and the builds it is to make: a test puts each attempt in."""

    def __init__(self, project: Path, listening: Listening) -> None:
        self.attempts: Queue[Attempt] = Queue()
        self.builds: Queue[None] = Queue()
        self.shown: Queue[Attempt] = Queue()
        self.preview = Preview(self._build, listening, self._show)
        self.browser = Client(self.preview.url)
        folders = [project / "playbooks", project / "theme"]
        self.thread = Thread(target=self.preview.run, args=(project / "site_config.yml", folders))
        self.thread.start()

    def _build(self) -> Attempt:
        self.builds.put(None)
        return self.attempts.get(timeout=SECONDS)

    def _show(self, attempt: Attempt) -> None:
        if attempt.problems:
            self.shown.put(attempt)

    def wait(self) -> dict[str, Any]:
        """The state of the preview once its first build is done."""
        with self.browser.news() as news:
            return next(news)

    def stop(self) -> None:
        self.preview.stop()
        self.attempts.put(Attempt())
        self.thread.join(SECONDS)
        assert not self.thread.is_alive()


Start = Callable[..., Running]
