"""Addresses of a page, as they have to be where no server answers."""

import pytest

from firstwin.site.offline import on_a_disk

NAMES = {
    "index.html",
    "a/index.html",
    "a/b/index.html",
    "a/b c/index.html",
    "a/x.png",
    "assets/s.js",
}


@pytest.mark.parametrize(
    ("page", "on_disk"),
    [
        ('<a href="../">x</a>', '<a href="../index.html">x</a>'),
        ('<a href="../../">x</a>', '<a href="../../index.html">x</a>'),
        ('<a class="c" href="./#top">x</a>', '<a class="c" href="index.html#top">x</a>'),
        ("<a href='..' rel=up>x</a>", '<a href="../index.html" rel=up>x</a>'),
        ("<a href=../../>x</a>", '<a href="../../index.html">x</a>'),
        ('<a href="../b%20c/?q=1&amp;r=2#y">x</a>', '<a href="../b%20c/index.html?q=1&amp;r=2#y">x</a>'),
        ('<a href="/guides/a/">x</a>', '<a href="../index.html">x</a>'),
        ('<img alt="a > b" src="/guides/a/x.png">', '<img alt="a > b" src="../x.png">'),
        ('<script defer src="/guides/assets/s.js"></script>', '<script defer src="../../assets/s.js"></script>'),
    ],
)  # fmt: skip
def test_what_a_server_would_find_is_named(page: str, on_disk: str) -> None:
    assert on_a_disk(page, "a/b/index.html", NAMES, "/guides/") == on_disk


@pytest.mark.parametrize(
    "page",
    [
        '<a href="#top">x</a>',
        '<a href="https://docs.example/a/">x</a>',
        '<a href="//docs.example/a/">x</a>',
        '<a href="mailto:ada@acme.example">x</a>',
        '<a href="../nowhere/">x</a>',
        '<a href="http://[">x</a>',
        '<a href="">x</a>',
        "<a title=\"say href='../' here\">x</a>",
        '<a data-href="../">x</a>',
        '<code>&lt;a href="../"&gt;</code> href="../"',
        '<!-- <a href="../"> -->',
        """<script>const x = '<a href="../">'</script>""",
    ],
)
def test_whatever_else_there_is_stays_as_it_is(page: str) -> None:
    assert on_a_disk(page, "a/b/index.html", NAMES, "/guides/") == page
