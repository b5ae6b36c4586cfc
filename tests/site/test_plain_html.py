"""A page that is nothing but HTML comes out as if Python-Markdown had read it."""

import random
import re
from pathlib import Path

import pytest
from markdown import Markdown

from firstwin.site.plain_html import plain_html

EXTENSIONS = ["attr_list", "md_in_html", "toc"]
PAGES = Path(__file__).parents[1] / "render/goldens"
WRITTEN = [
    '<div class="a">\n<p id="x">text &amp; more</p>\n\n<br>\n<input type="checkbox" checked>\n</div>\n',
    "<p>one</p>\n\n<p>two</p>\n",
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n',
    "<hr>\n\n<p>x</p>\n",
    '<div class="a"\n     id="b"><a href="?a=1&amp;b=2" title="a > b < c">x</a></div>\n',
    '<div markdown>\n\n# Title { #id }\n\n<p class="l">x</p>\n</div>\n\n<ul>\n<li>a</li>\n</ul>\n',
    "<div>\n<div markdown>\n# no title\n</div>\n</div>\n",
    '<div data-markdown="1" title=" markdown ">*a*</div>\n',
    "<DIV>x</DIV>\n\n<p>y</p>\n",
    "<p>a\n\n<p>b</p>\n",
    "<div><p>a</div>\n\n<p>b</p>\n",
    "<div>a</div> tail\n\n<p>b</p>\n",
    "<div>a</div>\n<div>b</div>\n\nc\n",
    "<!-- <div> -->\n\n<p>b</p>\n",
    "<div><!-- </div> --></div>\n\n*x*\n",
    "<script>if (a < b) {}</script>\n\n<p>*b*</p>\n",
    "<textarea><b></textarea>\n\n<p>*b*</p>\n",
    "<div>&copy &#46 &nope; & && &#x2f; &#46;</div>\n\n<p>*b*</p>\n",
    "<div title='single' data-x=bare>*b*</div>\n",
    "<span>inline</span> *b*\n\n<div>x</div>\n",
    "text\n\n<div>x</div>\n",
    "    <div>code</div>\n\n<div>x</div>\n",
    "<div>\tx</div>\r\n\r\n<p>y</p>\n",
    "<div>never closed\n\n<p>y</p>\n",
    "</div>\n\n<p>y</p>\n",
    "<fw-own>x</fw-own>\n\n<p>*y*</p>\n",
    "\n<div markdown>\n<textarea>&lt;b&gt; *c*</textarea>\n</div>\n\n<p>y</p>\n",
    "<div markdown>\n<textarea></textarea> > *c*\n</div>\n\n<p>y</p>\n",
    "<div markdown>*a* <div>b</div> *c*</div>\n\n<p>y</p>\n",
    "<div markdown>\n<p>a\n<p>*b*</p></p>\n</div>\n\n<p>y</p>\n",
    "<div markdown>\n<hr>\n    <hr><b>x</b>\n</div>\n\n<p>y</p>\n",
    '<p markdown>*a* <svg><path d="M0"/></svg></p>\n\n<div markdown="0">*b*</div>\n\n<p>y</p>\n',
    '<div markdown>\n<p Title="&lt;&#46;" hidden lang="">a > b &amp; c</p>\n</div>\n\n<p>y</p>\n',
    "<div `a`>x</div>\n\n<p>y</p>\n",
    "",
]
PIECES = [
    *("<div>", "</div>", "<p>", "</p>", '<section class="s">', "</section>", "<div markdown>"),
    *("<b>", "</b>", "<br>", "<hr>", '<img src="x.png" alt="">', "<li>", "</li>", "<ul>", "</ul>"),
    *("text", "*em*", "`<div>`", "&amp;", "&", "&copy", "<", ">", "# Title", "## Two { #two }"),
    *("\n", "\n\n", "\n\n", " ", "    ", "\t", "- item", "[a](b.md)", "<!--", "-->", "<?", '"'),
    *(
        "<div markdown='1'>",
        '<ul markdown="1">',
        "<p markdown>",
        '<section markdown="span">',
        "<td>",
    ),
    *('<h2 id="a">', "</h2>", "<details open>", "</details>", "<summary>", "</summary>", "<br/>"),
    *('<a HREF="?a=1&amp;b=&quot;" title="">', "</a>", "<textarea></textarea>", "<input checked>"),
    *('<div\nid="b">', "<p\n>", "\x02", "\r\n", "\n  \n"),
    *("<script>", "</script>", "<textarea>", "</textarea>", "<p", "<a/b>", "<svg/>", "</x>"),
]
PLAIN = [
    "",
    "\n\n<p>one</p>",
    "<p>one</p>\n\n\n\n<p>two</p>\n",
    '<div class="a" title="a > b < markdown">\n<p>one</p>\n\n<b>two</b>\n<div markdown>*x*</div>\n</div>\n\n<h2 id="b">x</h2>',
    "<ul>\n<li>a &lt; b</li>\n<li><input hidden>\n</li>\n</ul>\n\n<pre><code>&#9;x\n\n    y\n</code></pre>\n",
]
MORE = [
    *("*b*", "<div markdown>b</div>", '<div title="a > b" markdown="1">b</div>', "b", " <p>b</p>"),
    *("<b>b</b>", "<p>b</p> c", "<p>b</p>\n<p>c</p>", "<p>b", "</p>", "<hr>", "<p>a & b</p>"),
    *(
        "<!-- -->",
        "<p>\tb</p>",
        "<p>b</p>\r\n",
        "<p>a\n \nb</p>",
        "<p>\x02b\x03</p>",
        '<p\nid="b">c</p>',
    ),
    *("<script>b</script>", "<div><script>b</script></div>", "<p id=b>c</p>", "<div><p>b</div>"),
]
CLOSED = [
    *("text", "*em*", "&amp;", "&#46;", "\n", "\n\n", "    ", "# Title\n", "- item\n", "[a](b.md)"),
    *("<br>", "<hr>", "<b>x</b>", "<p>y</p>", "<li>\nz</li>", '<img src="x.png" alt="">', "<svg/>"),
    *('<h2 id="a">T</h2>', "<div markdown>*x*</div>", "<pre>\n\n\n  z</pre>", "<DIV>", "{ #a }"),
]
"""Of these most come out plain."""
BLOCKS = [
    '<div class="a">\n{}\n</div>\n\n',
    "<section>{}</section>\n\n",
    '<div class="b" markdown>\n\n{}\n\n</div>\n\n',
    '<div class="b" markdown>\n\n<div>\n{}\n</div>\n\n</div>\n\n',
    "<details markdown open>\n<summary>a &lt; b</summary>\n{}</details>\n\n",
    "<p>{}</p>\n\n",
    "{}\n\n",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_is_written_comes_out_the_same(text: str) -> None:
    assert html_of(text) in (None, converted(text))


def test_whatever_is_written_comes_out_the_same(*, full: bool) -> None:
    chance = random.Random(41)
    are_plain = 0
    for _ in range(60_000 if full else 600):
        text = "".join(_block(chance) for _ in range(chance.randrange(1, 6)))
        found = html_of(text)
        if found is not None:
            assert found == converted(text), text
            are_plain += 1
    assert are_plain > 60


@pytest.mark.parametrize("text", PLAIN)
def test_blocks_of_html_are_plain(text: str) -> None:
    assert html_of(text) == converted(text)


@pytest.mark.parametrize("text", MORE)
def test_what_is_more_is_for_python_markdown(text: str) -> None:
    assert plain_html(f"<p>a</p>\n\n{text}") is None


@pytest.mark.parametrize("text", PLAIN)
def test_the_tags_are_those_that_stand_there(text: str) -> None:
    plain = plain_html(text)

    assert plain
    assert list(plain.tags) == list(dict.fromkeys(re.findall(r'<(?:"[^"]*"|[^>])*>', plain.html)))


def test_our_pages_are_plain() -> None:
    pages = {page: page.read_text("utf-8").partition("\n---\n")[2] for page in PAGES.rglob("*.md")}

    assert pages
    assert [page for page, body in pages.items() if plain_html(body.lstrip("\n")) is None] == []


def html_of(text: str) -> str | None:
    """The HTML of a plain text."""
    plain = plain_html(text)
    return plain.html if plain else None


def converted(text: str) -> str:
    """What Python-Markdown makes of a text."""
    return Markdown(extensions=EXTENSIONS).convert(text)


def _block(chance: random.Random) -> str:
    pieces = CLOSED if chance.random() < 0.7 else PIECES
    inner = "".join(chance.choice(pieces) for _ in range(chance.randrange(8)))
    if chance.random() < 0.3:
        inner = chance.choice(BLOCKS).format(inner)
    return chance.choice(BLOCKS).format(inner)
