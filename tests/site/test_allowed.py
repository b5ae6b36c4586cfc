"""The one host that a project names, for what it names it for, and nothing else from elsewhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.site.checking import PAGE, check_files

from firstwin.models.allowance import Allowance

COUNTS = {"host": "https://counts.example", "for": ["script", "connect"], "reason": "We count."}
SURVEY = {"host": "https://survey.example:8443", "for": ["frame"], "reason": "We ask."}
ALLOWED = tuple(Allowance.model_validate(each) for each in (COUNTS, SURVEY))


def codes(folder: Path, html: str, allowed: Sequence[Allowance] = ALLOWED) -> list[str]:
    return check_files(folder, {"index.html": PAGE.format(html)}, allowed=allowed).codes


@pytest.mark.parametrize(
    "html",
    [
        "<script src=https://counts.example/x.js></script>",
        "<script src=https://COUNTS.example/x.js></script>",
        "<script src=//counts.example/x.js></script>",
        "<iframe src='https://survey.example:8443/a?b=c'></iframe>",
    ],
)
def test_what_is_allowed_may_be_loaded(tmp_path: Path, html: str) -> None:
    assert codes(tmp_path, html) == []
    assert codes(tmp_path, html, ()) == ["FW904"]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=https://counts.example/x.png>",
        "<img srcset='https://counts.example/x.png 2x'>",
        "<video poster=https://counts.example/x.png></video>",
        "<link rel=stylesheet href=https://counts.example/x.css>",
        "<iframe src=https://counts.example/x></iframe>",
        "<form action=https://counts.example/x></form>",
        "<meta http-equiv=refresh content='0; url=https://counts.example/x'>",
        "<a href=# ping=https://counts.example/x>x</a>",
        "<script src=http://counts.example/x.js></script>",
        "<script src=https://counts.example:8443/x.js></script>",
        "<script src=https://a.counts.example/x.js></script>",
        "<script src=https://counts.example.evil.example/x.js></script>",
        "<script src=https://me@counts.example/x.js></script>",
        "<script src=https://survey.example:8443/x.js></script>",
        "<iframe src=https://survey.example/></iframe>",
    ],
)
def test_nothing_else_is(tmp_path: Path, html: str) -> None:
    assert codes(tmp_path, html) == ["FW904"]


def test_what_a_style_sheet_loads_the_policy_judges(tmp_path: Path) -> None:
    style = "@font-face { src: url(https://counts.example/x.woff2) }"
    assert not check_files(tmp_path / "one", {}, {"x.css": style}, allowed=ALLOWED).codes
    other = style.replace("counts", "fonts")
    assert check_files(tmp_path / "two", {}, {"x.css": other}, allowed=ALLOWED).codes == ["FW904"]


def test_the_policy_is_wider_by_just_that(tmp_path: Path) -> None:
    strict = check_files(tmp_path / "one", {"index.html": PAGE}).policy.split("; ")
    wider = check_files(tmp_path / "two", {"index.html": PAGE}, allowed=ALLOWED).policy.split("; ")
    assert set(wider) - set(strict) == {
        "script-src 'self' https://counts.example",
        "connect-src 'self' https://counts.example",
        "frame-src https://survey.example:8443",
    }
    assert set(strict) - set(wider) == {"script-src 'self'", "connect-src 'self'"}
