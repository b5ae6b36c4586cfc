"""What a site says instead of firstwin: the owner's words win, entry by entry, on pages and around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.built.building import Site, Sites, copy_small
from tests.files import lay

SIGNS = "Hand over <b>all</b> & {{ 7 * 7 }} {% raw %} _x_ \"y\" 'z'"
OWN = """\
msgctxt "page"
msgid "Checklist"
msgstr "Hand over <b>all</b> & {{ 7 * 7 }} {% raw %} _x_ \\"y\\" 'z'"

msgctxt "phase"
msgid "Phase {number} of {of}"
msgstr "{of} stages, this is number {number}"

msgctxt "phase"
msgid "{number} step"
msgid_plural "{number} steps"
msgstr[0] "just one thing"
msgstr[1] "{number} things"

msgctxt "done when"
msgid "Done when"
msgstr "# Done, *really*, when"

msgctxt "chrome"
msgid "You are here"
msgstr "Here <i>you</i> are {{ config }}"

msgctxt "chrome"
msgid "This page is not here"
msgstr "Gone </title><script>alert(1)</script>"

msgctxt "chrome"
msgid "Use light colours"
msgstr "Light \\"please\\" & <b>now</b>"

msgctxt "step"
msgid "Comes after: {titles}"
msgstr "{titles}: first"
"""


def write(folder: Path) -> None:
    copy_small(folder)
    lay(folder, {"theme/words/en.po": OWN})


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def own(sites: Sites, request: pytest.FixtureRequest) -> Site:
    engine = request.param
    return sites.of(f"own-words-{engine}", write, "customer", "--engine", engine, built="customer")


def page(site: Site, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site.folder / name).read_text("utf-8"))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text().strip() for node in page.css(selector)]


def test_they_stand_in_pages(own: Site) -> None:
    phase = page(own, "team/admin/plan/index.html")
    assert texts(phase, ".fw-page-head__eyebrow") == ["3 stages, this is number 1"]
    assert "3 things" in texts(phase, ".fw-steps__bar > p")[0]
    assert "5 things" in texts(page(own, "team/champion/use/index.html"), ".fw-steps__bar > p")[0]


def test_a_sentence_that_is_not_theirs_stays(own: Site) -> None:
    assert texts(page(own, "team/admin/index.html"), "h1")[0].startswith("Your guide as Admin")


def test_what_they_hold_is_shown_as_typed(own: Site) -> None:
    guide = page(own, "team/admin/index.html")
    assert SIGNS in texts(guide, ".fw-bar__links a")
    leads = texts(page(own, "team/admin/set-up/index.html"), ".fw-panel__lead")
    assert "# Done, *really*, when" in leads


def test_they_stand_around_pages(own: Site) -> None:
    missing = page(own, "404.html")
    trail = page(own, "team/admin/index.html").css_first(".fw-bar__trail")
    assert trail is not None
    assert trail.attributes["aria-label"] == "Here <i>you</i> are {{ config }}"
    assert texts(missing, "h1") == ["Gone </title><script>alert(1)</script>"]
    assert texts(missing, "title") == ["Gone </title><script>alert(1)</script> - Acme onboarding"]
    switch = missing.css_first("[data-fw-scheme-to=light]")
    assert switch is not None
    assert switch.attributes["aria-label"] == 'Light "please" & <b>now</b>'


def test_a_sentence_may_put_its_links_elsewhere(own: Site) -> None:
    needs = page(own, "team/admin/set-up/index.html").css(".fw-needs")
    assert needs[0].text() == "Plan together: first"
    assert [link.attributes["href"] for link in needs[0].css("a")] == ["../plan/"]
