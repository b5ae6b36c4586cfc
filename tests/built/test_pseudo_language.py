"""Everything a site says by itself comes from the catalogue: in a language of accents, no word is without one."""

from __future__ import annotations

import pytest
from tests.built import pseudo
from tests.built.building import EDITIONS, Site, Sites

from firstwin.words import template


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
