"""Everything a site says by itself comes from the catalogue: in a language of accents, no word is without one."""

from __future__ import annotations

import re
from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.built import pseudo
from tests.built.building import EDITIONS, Site, Sites

from firstwin.words import template

UNDATED: Final = {
    ".fw-days__head h2": "the days of the week and their dates stand behind it",
    ".fw-facts__note": "a distance: its date stands before it",
    ".fw-next__note": "the script of the card writes its date",
    ".fw-dates__about, .fw-sub": "says how days count",
    ".fw-page--guide-plays :is(.fw-lede, .fw-step)": "counts from the day on which something happens",
    ".fw-sheet__blanks": "a line on paper, for who knows no date yet",
}
"""What names a day of the plan beside what becomes a date, and why it may."""
_of_a_plan: Final = re.compile("assets/guides/")
_a_day: Final = re.compile(
    f"(?i:{'|'.join(map(pseudo.accented, ('days?', 'weeks?', 'months?')))})[\\W]{{1,3}}\\d"
)


@pytest.fixture(scope="module")
def site(sites: Sites) -> Site:
    return sites.of("pseudo-language", pseudo.write, "customer")


@pytest.fixture(scope="module")
def authors(site: Site) -> pseudo.Authors:
    return pseudo.Authors(site.project)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_says_a_word_of_ours_without_the_catalogue(
    site: Site, authors: pseudo.Authors, edition: str
) -> None:
    pages = sorted((site.project / "site" / edition).rglob("*.html"))
    said = {
        page.relative_to(site.project).as_posix(): sorted(
            {
                left
                for text in pseudo.texts_of(page.read_text("utf-8"))
                if (left := authors.left(text))
            }
        )
        for page in pages
    }
    assert len(pages) > 100
    assert {page: words for page, words in said.items() if words} == {}


def test_a_word_of_ours_would_be_seen(authors: pseudo.Authors) -> None:
    """Unless it is a single letter, or what an author wrote: a handful of three hundred sentences."""
    braces = str.maketrans("{}", "  ")
    messages = [(entry.plural or entry.message).translate(braces) for entry in template().values()]
    unseen = [message for message in messages if not authors.left(message)]
    assert len(unseen) < len(messages) / 20, unseen


@pytest.mark.parametrize("edition", EDITIONS)
def test_whatever_names_a_day_of_a_plan_becomes_a_date(site: Site, edition: str) -> None:
    """Of what we say: on each page that knows when its plan starts. What an author typed is text."""
    named: dict[str, str] = {}
    for file in sorted((site.project / "site" / edition).rglob("*.html")):
        html = file.read_text("utf-8")
        if not _of_a_plan.search(html):
            continue
        page = LexborHTMLParser(html)
        assert page.css_first("[data-fw-days]") or "timeline" not in file.parts
        for part in page.css(", ".join(("script", "[data-fw-days]", *UNDATED))):
            part.decompose()
        found = _a_day.search(page.body.text(separator="\n")) if page.body else None
        if found:
            named[file.relative_to(site.project).as_posix()] = found[0]
    assert named == {}


def test_a_day_without_a_date_would_be_seen() -> None:
    for said in ("Day 7", "days 3–5", "by the end of week -2"):
        assert _a_day.search(pseudo.accented(said))
    assert not _a_day.search("Day 7"), "an author's"
