"""The preview over real HTTP: pages, news, changes on disk."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.files import lay, snapshot
from tests.serve.running import FAULT, PAGES, SECONDS, Running, Start

from firstwin.errors import WrongUseError
from firstwin.serve import Attempt, Listening, Preview, Problem, SiteFolder, server


def test_pages_are_served_with_the_script_in_them(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    version = running.wait()["version"]

    response, page = running.browser.get("/help/")

    tag = (
        f'<script src="/_firstwin/preview.js" data-version="{version}" data-look="{version}" '
        f'data-page="{response.headers["X-Firstwin-Page"]}" defer></script></body>'
    )
    assert response.status == 200
    assert tag in page
    assert "<h1>Help</h1>" in page


def test_files_on_disk_never_hold_the_script(start: Start, site: Path) -> None:
    before = snapshot(site)
    running = start(Attempt(SiteFolder(site)))
    running.wait()

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
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, _ = running.browser.get(path)

    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Server"].strip() == "firstwin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path", ["/help", "/nowhere/", "/_firstwin/events", "/_firstwin/preview.js"]
)
def test_no_answer_is_for_pages_of_another_site(start: Start, site: Path, path: str) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, _ = running.browser.get(path, method="HEAD")

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_page_is_called_the_same_while_it_is_the_same(
    start: Start, project: Path, site: Path
) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    def names() -> list[str | None]:
        return [
            running.browser.get(path, method="HEAD")[0].headers["X-Firstwin-Page"]
            for path in ("/", "/help/")
        ]

    home, help_page = names()
    lay(site, {"index.html": "<html><body><h1>Another</h1></body></html>"})
    assert names()[1] == help_page
    assert names()[0] not in (home, help_page)


def test_only_the_head_is_sent_where_only_the_head_is_asked_for(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, body = running.browser.get("/", method="HEAD")

    assert (response.status, body) == (200, "")
    assert int(response.headers["Content-Length"]) > len(str(PAGES["index.html"]))


def test_a_folder_without_its_slash_leads_to_the_folder(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, _ = running.browser.get("/help")

    assert (response.status, response.headers["Location"]) == (302, "/help/")


def test_what_is_not_there_shows_the_sites_own_page(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, page = running.browser.get("/nowhere/")

    assert response.status == 404
    assert "<h1>Not here</h1>" in page
    assert "preview.js" in page


@pytest.mark.parametrize(
    ("base", "asked"), [("/start/", "/start/"), ("/for us/", "/for%20us/"), ("/~us/", "/%7Eus/")]
)
def test_the_path_the_site_is_published_under_works_as_well(
    start: Start, site: Path, base: str, asked: str
) -> None:
    running = start(Attempt(SiteFolder(site), base=base))
    running.wait()

    assert "<h1>Help</h1>" in running.browser.get(f"{asked}help/")[1]
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
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, page = running.browser.get(path)

    assert response.status == 404
    assert "secret" not in page


@pytest.mark.parametrize(
    "name",
    [
        *("evil.example:8000", "localhost.evil.example", "localhost:1@evil.example", ""),
        *("evil.example@localhost", "localhost/evil", "[", "]", "localhost:x"),
    ],
)
def test_a_foreign_name_for_this_machine_is_not_answered(
    start: Start, site: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, page = running.browser.get("/", Host=name)

    assert response.status == 403
    assert "Home" not in page
    assert not capfd.readouterr().err


@pytest.mark.parametrize("name", ["127.0.0.1:1", "LOCALHOST", "localhost:8000", "[::1]:8000"])
def test_this_machine_has_several_names(start: Start, site: Path, name: str) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, _ = running.browser.get("/", Host=name)

    assert response.status == 200


def test_a_redirect_never_leads_to_another_host(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()

    response, _ = running.browser.get("//help")

    assert response.headers["Location"] == "/help/"


def test_who_asks_before_the_first_build_is_done_gets_its_page(start: Start, site: Path) -> None:
    running = start()
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(running.browser.get, "/")
        running.builds.get(timeout=SECONDS)
        running.attempts.put(Attempt(SiteFolder(site)))
        response, page = asked.result(SECONDS)

    assert (response.status, "<h1>Home</h1>" in page) == (200, True)


def test_a_first_build_that_takes_its_time_is_not_waited_for(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "AT_FIRST", 0.0)

    response, page = start().browser.get("/")

    assert response.status == 503
    assert "This page turns into your site as soon as the first build succeeds." in page


def test_a_first_build_that_fails_still_gives_a_page(start: Start) -> None:
    running = start(Attempt(problems=(FAULT,)))

    assert running.wait()["problems"][0]["place"] == FAULT.place
    response, page = running.browser.get("/anything/")

    assert response.status == 503
    assert "preview.js" in page
    assert "<noscript><pre>playbooks/enterprise/playbook.yml:12:9: `champoin` is not a" in page


def test_text_of_files_is_text_on_the_page_before_the_first_site(start: Start) -> None:
    running = start(Attempt(problems=(Problem("error", "<script>alert(1)</script>"),)))
    running.wait()

    _, page = running.browser.get("/")

    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    "change",
    ["playbooks/enterprise/playbook.yml", "playbooks/smb/playbook.yml", "site_config.yml"],
)
def test_a_change_reloads_every_open_page(
    start: Start, project: Path, site: Path, change: str
) -> None:
    running = start(Attempt(SiteFolder(site)))
    with running.browser.news() as one, running.browser.news() as other:
        before = {next(one)["version"], next(other)["version"]}
        lay(project, {change: "changed\n"})
        running.attempts.put(Attempt(SiteFolder(site)))
        after = {next(one)["version"], next(other)["version"]}

    assert len(before) == len(after) == 1
    assert before != after


def test_a_file_saved_the_way_editors_do_is_noticed(
    start: Start, project: Path, site: Path
) -> None:
    """Many write a new file and rename it over the old one; twice, since the first is easy."""
    running = start(Attempt(SiteFolder(site)))
    with running.browser.news() as news:
        next(news)
        for turn in ("once", "twice"):
            lay(project, {"site_config.yml.new": turn})
            (project / "site_config.yml.new").replace(project / "site_config.yml")
            running.attempts.put(Attempt(SiteFolder(site)))
            assert next(news)["problems"] == []


def test_a_theme_that_appears_later_is_watched(start: Start, project: Path, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
    with running.browser.news() as news:
        next(news)
        lay(project, {"theme/extra.css": "a"})
        running.attempts.put(Attempt(SiteFolder(site)))
        next(news)
        lay(project, {"theme/deep/main.html": "b"})
        running.attempts.put(Attempt(SiteFolder(site)))
        next(news)


def test_problems_are_shown_over_the_last_good_site_until_they_are_mended(
    start: Start, project: Path, site: Path
) -> None:
    running = start(Attempt(SiteFolder(site)))
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
        running.attempts.put(Attempt(SiteFolder(site)))
        next(news)
        running.builds.get(timeout=SECONDS)
        running.attempts.put(Attempt(SiteFolder(site)))
        next(news)
    assert running.builds.empty()


def test_a_taken_port_is_named_with_what_to_do(start: Start, site: Path) -> None:
    running = start(Attempt(SiteFolder(site)))
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
    preview = start(Attempt(SiteFolder(site))).preview
    assert preview.local
    assert urlsplit(preview.url).hostname == "127.0.0.1"


def test_it_knows_when_others_can_read_along() -> None:
    preview = Preview(Attempt, Listening(host="0.0.0.0", port=0))
    assert not preview.local
    assert urlsplit(preview.url).hostname == "localhost"
    preview._server.server_close()


def test_stopping_lets_everybody_go(start: Start, project: Path, site: Path) -> None:
    running = Running(project, Listening(port=0))
    running.attempts.put(Attempt(SiteFolder(site)))
    with running.browser.news() as news:
        next(news)
        running.stop()
        assert next(news, None) is None
    with pytest.raises(ConnectionError):
        running.browser.get("/")
