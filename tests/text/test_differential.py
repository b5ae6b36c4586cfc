"""What a page shows is what the dialect says an author typed: element for element.

A text that `check` rejects never comes to a page; what it accepts is there as it is meant. `tests/built/test_texts.py`
holds whole sites of both engines to the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.render.html import html_of
from tests.text.corpora import PRODUCT, VALUES, accepted, corpus, made, pages
from tests.text.dialect_html import meant, shown_in

from firstwin.render.environment import environment
from firstwin.text import faults, link_terms, prose, terms
from firstwin.words import words_in

HERE = Path(__file__).parent
MADE, ALL_MADE = 4_000, 60_000
"""How many texts the grammar makes in a usual run, and in one with all trials."""

PAGE = """\
{% from "components/prose/prose.html" import prose %}
<div class="fw-section" markdown>
{% for text in texts %}

## Text { #t{{ loop.index0 }} }

{{ prose(text) }}
{% endfor %}

</div>
"""
LINES = """\
<div class="fw-section" markdown>
{% for text in texts %}

## Text { #t{{ loop.index0 }} }

<ul class="fw-dashes">
<li>{{ text }}</li>
</ul>
<p class="fw-line">{{ text | inline }}</p>
{% endfor %}

</div>
"""
KNOWN = terms({"settings": "settings", "Cairn": "cairn", "x": "x"})


def rendered(template: str, texts: Sequence[str], *, linked: bool = False) -> str:
    """A page with these texts, by the template environment of every page and the engine's Markdown."""
    written = [prose(text, VALUES) for text in texts]
    if linked:
        written = [
            link_terms(text, KNOWN, (), lambda term: f"../glossary/#{term}")[0] for text in written
        ]
    page = environment(HERE, words_in("en")).from_string(template).render(texts=written)
    return html_of(page)


def check(texts: Sequence[str], template: str, selector: str, **options: bool) -> None:
    html = rendered(template, texts, **options)
    found = shown_in(html, selector)
    expected = [meant(text, PRODUCT) for text in texts]
    wrong = [each for each in zip(texts, found, expected, strict=False) if each[1] != each[2]]
    assert not wrong[:3]
    assert len(found) == len(expected)


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.unmeasured  # others run through nearly all of it
def test_written_texts_are_shown_as_they_are_meant(*, linked: bool) -> None:
    texts = accepted(corpus())
    assert len(texts) > 500
    for page in pages(texts):
        check(page, PAGE, ".fw-prose", linked=linked)


@pytest.mark.unmeasured
def test_made_texts_are_shown_as_they_are_meant(*, full: bool) -> None:
    count = ALL_MADE if full else MADE
    texts = accepted(made(7, count))
    assert len(texts) > count // 4
    for page in pages(texts):
        check(page, PAGE, ".fw-prose")


@pytest.mark.unmeasured
def test_texts_of_one_line_are_shown_in_any_line() -> None:
    texts = accepted([*corpus(), *made(11, MADE // 4)], one_line=True)
    for page in pages(texts):
        html = rendered(LINES, page)
        expected = [meant(text, PRODUCT)[1:-1] for text in page]
        assert shown_in(html, "ul.fw-dashes > li") == expected
        assert shown_in(html, "p.fw-line") == expected


def test_what_is_rejected_would_break_nothing() -> None:
    """Should it come to a page all the same, everything around it stays where it is."""
    texts = [text for text in corpus() if text.strip() and faults(text, VALUES)]
    assert len(texts) > 300
    for page in pages(texts):
        html = LexborHTMLParser(rendered(PAGE, page))
        assert len(html.css(".fw-section > .fw-prose")) == len(page)
        assert not html.css(
            "script, img, iframe, [onclick], [onerror], .fw-prose div, .fw-prose h1"
        )
