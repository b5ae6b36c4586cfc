"""HTML that is taken out before Python-Markdown reads it comes out as if Python-Markdown had read it."""

import random

import pytest
from markdown import Markdown

from firstwin.site.raw_blocks import BEFORE_THE_PARSER, RawBlocks

EXTENSIONS = ["attr_list", "md_in_html", "toc"]
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
    *("<script>", "</script>", "<textarea>", "</textarea>", "<p", "<a/b>", "<svg/>", "</x>"),
]
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
    assert _converted(text, taken_out=True) == _converted(text, taken_out=False)


def test_whatever_is_written_comes_out_the_same(*, full: bool) -> None:
    chance = random.Random(41)
    for _ in range(60_000 if full else 600):
        text = "".join(_block(chance) for _ in range(chance.randrange(1, 6)))
        assert _converted(text, taken_out=True) == _converted(text, taken_out=False), text


def test_plain_html_is_not_read_by_python_markdown() -> None:
    md = Markdown(extensions=EXTENSIONS)
    blocks = '<div class="a">\n<p>one</p>\n\n<p>two</p>\n</div>\n\n<p>three</p>\n\n'

    left = RawBlocks(md).run([*blocks.split("\n"), "*four*", "", "<p>five</p>"])

    assert "<div" not in "".join(left)
    assert [str(block) for block in md.htmlStash.rawHtmlBlocks] == [
        '<div class="a">\n<p>one</p>\n\n<p>two</p>\n</div>\n',
        "<p>three</p>\n",
    ]
    assert left[-3:] == ["*four*", "", "<p>five</p>"]


def test_html_with_markdown_in_it_is_not_read_by_python_markdown() -> None:
    md = Markdown(extensions=EXTENSIONS)
    text = '<div class="a" markdown>\n\n# One\n\n<p>two</p>\n\n</div>\n\n*three*\n\n'

    left = RawBlocks(md).run(text.split("\n"))

    assert "<" not in "".join(left)
    assert [getattr(block, "tag", block) for block in md.htmlStash.rawHtmlBlocks] == ["p", "div"]


def _block(chance: random.Random) -> str:
    inner = "".join(chance.choice(PIECES) for _ in range(chance.randrange(8)))
    if chance.random() < 0.3:
        inner = chance.choice(BLOCKS).format(inner)
    return chance.choice(BLOCKS).format(inner)


def _converted(text: str, *, taken_out: bool) -> tuple[str, str]:
    md = Markdown(extensions=EXTENSIONS)
    if taken_out:
        md.preprocessors.register(RawBlocks(md), "raw", BEFORE_THE_PARSER)
    return md.convert(text), str(getattr(md, "toc", ""))
