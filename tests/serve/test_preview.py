"""The preview over real HTTP: pages, news, changes on disk."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.files import lay, snapshot

from firstwin.errors import WrongUseError
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
            response = connection.getresponse()
            assert response.headers["Content-Type"] == "text/event-stream"
            yield self._events(response)

    @staticmethod
    def _events(response: HTTPResponse) -> Iterator[dict[str, Any]]:
        while line := response.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "project",
        {"site_config.yml": "title: x\n", "playbooks/enterprise/playbook.yml": "x\n"},
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", PAGES)


class Running:
    """A preview in a thread, and the builds it is to make: a test puts each attempt in."""

    def __init__(self, project: Path, listening: Listening) -> None:
        self.attempts: Queue[Attempt] = Queue()
        self.builds: Queue[None] = Queue()
        self.preview = Preview(self._build, listening)
        self.browser = Client(self.preview.url)
        folders = [project / "playbooks", project / "theme"]
        self.thread = Thread(target=self.preview.run, args=(project / "site_config.yml", folders))
        self.thread.start()

    def _build(self) -> Attempt:
        self.builds.put(None)
        return self.attempts.get(timeout=SECONDS)

    def stop(self) -> None:
        self.preview.stop()
        self.attempts.put(Attempt())
        self.thread.join(SECONDS)
        assert not self.thread.is_alive()


Start = Callable[..., Running]


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    running = []

    def start_with(*attempts: Attempt, port: int = 0) -> Running:
        preview = Running(project, Listening(port=port))
        running.append(preview)
        for attempt in attempts:
            preview.attempts.put(attempt)
        return preview

    yield start_with
    for preview in running:
        preview.stop()


def shown(running: Running) -> dict[str, Any]:
    """The state of the preview once its first build is done."""
    with running.browser.news() as news:
        return next(news)


def test_pages_are_served_with_the_script_in_them(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    version = shown(running)["version"]

    response, page = running.browser.get("/help/")

    tag = f'<script src="/_firstwin/preview.js" data-version="{version}" defer></script></body>'
    assert response.status == 200
    assert tag in page
    assert "<h1>Help</h1>" in page


def test_files_on_disk_never_hold_the_script(start: Start, site: Path) -> None:
    before = snapshot(site)
    running = start(Attempt(site))
    shown(running)

    running.browser.get("/")
    running.browser.get("/nowhere/")

    assert snapshot(site) == before


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/a.js", "text/javascript; charset=utf-8"),
        ("/assets/a.css", "text/css; charset=utf-8"),
        ("/assets/a.svg", "image/svg+xml; charset=utf-8"),
        ("/assets/a.png", "image/png"),
        ("/assets/a.woff2", "font/woff2"),
        ("/data.json", "application/json; charset=utf-8"),
        ("/plan.ics", "text/calendar; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/_firstwin/preview.js", "text/javascript; charset=utf-8"),
        ("/caf%C3%A9/?plan=1", "text/html; charset=utf-8"),
    ],
)
def test_everything_is_served_as_what_it_is(start: Start, site: Path, path: str, kind: str) -> None:
    running = start(Attempt(site))
    shown(running)

    response, _ = running.browser.get(path)

    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Server"].strip() == "firstwin"


def test_only_the_head_is_sent_where_only_the_head_is_asked_for(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    shown(running)

    response, body = running.browser.get("/", method="HEAD")

    assert (response.status, body) == (200, "")
    assert int(response.headers["Content-Length"]) > len(str(PAGES["index.html"]))


def test_a_folder_without_its_slash_leads_to_the_folder(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    shown(running)

    response, _ = running.browser.get("/help")

    assert (response.status, response.headers["Location"]) == (302, "/help/")


def test_what_is_not_there_shows_the_sites_own_page(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    shown(running)

    response, page = running.browser.get("/nowhere/")

    assert response.status == 404
    assert "<h1>Not here</h1>" in page
    assert "preview.js" in page


def test_the_path_the_site_is_published_under_works_as_well(start: Start, site: Path) -> None:
    running = start(Attempt(site, base="/start/"))
    shown(running)

    assert "<h1>Help</h1>" in running.browser.get("/start/help/")[1]
    assert "<h1>Help</h1>" in running.browser.get("/help/")[1]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/help/..%2f..%2fsecret.txt",
        "/help/../../secret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/linked/secret.txt",
        "/.hidden",
        "/%00",
        "/C:/secret.txt",
        "/" + "a" * 5000,
        "//../secret.txt",
    ],
)
def test_nothing_outside_the_site_is_served(
    start: Start, site: Path, tmp_path: Path, path: str
) -> None:
    lay(tmp_path, {"secret.txt": "secret", "site/.hidden": "secret"})
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "linked").symlink_to(tmp_path, target_is_directory=True)
    running = start(Attempt(site))
    shown(running)

    response, page = running.browser.get(path)

    assert response.status == 404
    assert "secret" not in page


def test_a_foreign_name_for_this_machine_is_not_answered(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    shown(running)

    response, page = running.browser.get("/", Host="evil.example:8000")

    assert response.status == 403
    assert "Home" not in page


def test_a_redirect_never_leads_to_another_host(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    shown(running)

    response, _ = running.browser.get("//help")

    assert response.headers["Location"] == "/help/"


def test_a_first_build_that_fails_still_gives_a_page(start: Start) -> None:
    running = start(Attempt(problems=(FAULT,)))

    assert shown(running)["problems"][0]["place"] == FAULT.place
    response, page = running.browser.get("/anything/")

    assert response.status == 503
    assert "preview.js" in page
    assert "<noscript><pre>playbooks/enterprise/playbook.yml:12:9: `champoin` is not a" in page


def test_text_of_files_is_text_on_the_page_before_the_first_site(start: Start) -> None:
    running = start(Attempt(problems=(Problem("error", "<script>alert(1)</script>"),)))
    shown(running)

    _, page = running.browser.get("/")

    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    "change",
    ["playbooks/enterprise/playbook.yml", "playbooks/smb/playbook.yml", "site_config.yml"],
)
def test_a_change_reloads_every_open_page(
    start: Start, project: Path, site: Path, change: str
) -> None:
    running = start(Attempt(site))
    with running.browser.news() as one, running.browser.news() as other:
        before = {next(one)["version"], next(other)["version"]}
        lay(project, {change: "changed\n"})
        running.attempts.put(Attempt(site))
        after = {next(one)["version"], next(other)["version"]}

    assert len(before) == len(after) == 1
    assert before != after


def test_a_file_saved_the_way_editors_do_is_noticed(
    start: Start, project: Path, site: Path
) -> None:
    """Many write a new file and rename it over the old one; twice, since the first is easy."""
    running = start(Attempt(site))
    with running.browser.news() as news:
        next(news)
        for turn in ("once", "twice"):
            lay(project, {"site_config.yml.new": turn})
            (project / "site_config.yml.new").replace(project / "site_config.yml")
            running.attempts.put(Attempt(site))
            assert next(news)["problems"] == []


def test_a_theme_that_appears_later_is_watched(start: Start, project: Path, site: Path) -> None:
    running = start(Attempt(site))
    with running.browser.news() as news:
        next(news)
        lay(project, {"theme/extra.css": "a"})
        running.attempts.put(Attempt(site))
        next(news)
        lay(project, {"theme/deep/main.html": "b"})
        running.attempts.put(Attempt(site))
        next(news)


def test_problems_are_shown_over_the_last_good_site_until_they_are_mended(
    start: Start, project: Path, site: Path
) -> None:
    running = start(Attempt(site))
    with running.browser.news() as news:
        good = next(news)
        lay(project, {"playbooks/enterprise/playbook.yml": "broken"})
        running.attempts.put(Attempt(problems=(FAULT,)))
        broken = next(news)
        still = running.browser.get("/help/")[1]
        lay(project, {"playbooks/enterprise/playbook.yml": "mended"})
        running.attempts.put(Attempt())
        mended = next(news)

    assert broken["version"] == good["version"] == mended["version"]
    assert broken["problems"][0] == {
        "severity": "error",
        "code": "FW203",
        "message": "`champoin` is not a role",
        "place": "playbooks/enterprise/playbook.yml:12:9",
        "source": "  owner: champoin",
        "hint": "did you mean `champion`?",
    }
    assert "<h1>Help</h1>" in still
    assert mended["problems"] == []


def test_changes_during_a_build_are_gathered_into_one_more(
    start: Start, project: Path, site: Path
) -> None:
    running = start()
    running.builds.get(timeout=SECONDS)
    for turn in range(5):
        lay(project, {f"playbooks/{turn}.yml": "x"})
    with running.browser.news() as news:
        running.attempts.put(Attempt(site))
        next(news)
        running.builds.get(timeout=SECONDS)
        running.attempts.put(Attempt(site))
        next(news)
    assert running.builds.empty()


def test_a_taken_port_is_named_with_what_to_do(start: Start, site: Path) -> None:
    running = start(Attempt(site))
    port = urlsplit(running.preview.url).port

    with pytest.raises(WrongUseError, match=f"port {port} is taken") as refused:
        Preview(Attempt, Listening(port=port))
    assert "--port" in refused.value.hint


def test_without_a_wish_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("firstwin.serve.preview.DEFAULT_PORT", port)
        preview = Preview(Attempt, Listening())
        assert port < (urlsplit(preview.url).port or 0) <= port + 19
        preview._server.server_close()


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(WrongUseError, match=r"cannot listen on 192\.0\.2\.1"):
        Preview(Attempt, Listening(host="192.0.2.1", port=0))


def test_it_listens_to_this_machine_alone(start: Start, site: Path) -> None:
    assert urlsplit(start(Attempt(site)).preview.url).hostname == "127.0.0.1"


def test_stopping_lets_everybody_go(start: Start, project: Path, site: Path) -> None:
    running = Running(project, Listening(port=0))
    running.attempts.put(Attempt(site))
    with running.browser.news() as news:
        next(news)
        running.stop()
        assert next(news, None) is None
    with pytest.raises(ConnectionError):
        running.browser.get("/")
