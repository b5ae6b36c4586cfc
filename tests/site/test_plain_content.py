"""What the tags of a plain content say is what a browser finds in the page, wherever a template shows it."""

import random
from pathlib import Path

import pytest
from tests.site.test_requests import LOADING

from firstwin.site.markup import read_markup
from firstwin.site.plain_html import PlainHtml, plain_html
from firstwin.site.reading import Reading

PAGES = Path(__file__).parents[1] / "render/goldens"
FRAME = (
    '<!doctype html>\n<html><head><title>x</title><link rel=icon href="i.svg"></head>\n'
    '<body><main id="main"><article>{}</article></main><a href="../">up</a></body></html>\n'
)
ELSEWHERE = [
    '<body><img alt="{}" src="a.png"></body>',
    "<body title='{}'>x</body>",
    "<body><!-- {} --></body>",
    "<body><textarea>{}</textarea></body>",
    "<head><title>{}</title></head>",
    "<body><script>{}</script></body>",
    "<body><template>{}</template></body>",
    "<body><noscript>{}</noscript></body>",
    "<body><table>{}</table></body>",
    "<body><svg>{}</svg></body>",
    "<body><select>{}</select></body>",
    "<body><main>{0}</main><aside>{0}</aside></body>",
    "<body><main>{}</main><fw-content></fw-content></body>",
    "<body><plaintext>{}</body>",
]
NAMES = [
    "a",
    "area",
    "b",
    "base",
    "body",
    "button",
    "div",
    "embed",
    "form",
    "frame",
    "html",
    "iframe-x",
    "img",
    "input",
]
NAMES += [
    "li",
    "link",
    "meta",
    "object",
    "option",
    "p",
    "select",
    "source",
    "svg",
    "table",
    "td",
    "template",
    "textarea",
    "use",
    "video",
]
ATTRIBUTES = [
    "action",
    "alt",
    "class",
    "content",
    "data",
    "data-fw-x",
    "data-x",
    "formaction",
    "HREF",
    "href",
    "http-equiv",
]
ATTRIBUTES += [
    "id",
    "ID",
    "name",
    "onclick",
    "poster",
    "rel",
    "src",
    "SRC",
    "srcdoc",
    "srcset",
    "style",
    "xlink:href",
]
VALUES = [
    "",
    "a.png",
    "#x",
    "x y",
    "https://cdn.example/x",
    "//cdn.example/x",
    "javascript:x()",
    "0; url=https://cdn.example/x",
]
VALUES += [
    "h&#116;tps&colon;//cdn.example/x",
    "&#47;/cdn.example/x",
    "a &lt; b",
    "&notit;",
    "&#x80;",
    "refresh",
    "stylesheet",
]
VALUES += [
    "background: url(https://cdn.example/x)",
    "a > b",
    "x\n\n  y",
    "é",
    "src=&quot;//cdn.example/x&quot;",
    "next",
]
CLOSED = {"area", "base", "embed", "img", "input", "link", "meta", "source"}


def random_content(chance: random.Random) -> str:
    blocks = []
    for _ in range(chance.randrange(1, 4)):
        inner = "".join(_element(chance, depth=2) for _ in range(chance.randrange(4)))
        blocks.append(f'<div id="d{chance.randrange(3)}">{inner}</div>')
    return "\n\n".join(blocks)


def _element(chance: random.Random, depth: int) -> str:
    name = chance.choice(NAMES)
    some = chance.choices(ATTRIBUTES, k=chance.randrange(4))
    attributes = "".join(
        f' {each}="{chance.choice(VALUES)}"' if chance.random() < 0.9 else f" {each}"
        for each in some
    )
    if name in CLOSED:
        return f"<{name}{attributes}>"
    inner = (
        "".join(_element(chance, depth - 1) for _ in range(chance.randrange(3))) if depth else "x"
    )
    return f"<{name}{attributes}>{inner}</{name}>"


def plain(content: str) -> PlainHtml:
    found = plain_html(content)
    assert found, content
    return found


def all_of(reading: Reading) -> tuple[set[object], ...]:
    return tuple(map(set, (reading.references, reading.ids, reading.inlines, reading.forbidden)))


def test_nothing_that_a_browser_finds_is_missing(*, full: bool) -> None:
    chance = random.Random(58)
    found = 0
    for _ in range(30_000 if full else 600):
        content = plain(random_content(chance))
        page = FRAME.format(content.html)
        whole, by_tags = all_of(read_markup(page)), all_of(read_markup(page, content))
        assert all(one <= other for one, other in zip(whole, by_tags, strict=True)), content.html
        found += len(whole[0]) + len(whole[3])
    assert found > 600


@pytest.mark.parametrize("element", LOADING)
def test_what_loads_is_found_in_plain_content_too(element: str) -> None:
    content = plain_html(f"<div>{element}</div>")
    page = FRAME.format(f"<div>{element}</div>")

    assert all_of(read_markup(page, content)) == all_of(read_markup(page))


def test_our_pages_say_the_same_by_their_tags() -> None:
    pages = sorted(PAGES.rglob("*.md"))
    assert pages
    for file in pages:
        content = plain(file.read_text("utf-8").partition("\n---\n")[2])
        page = FRAME.format(content.html)
        assert all_of(read_markup(page, content)) == all_of(read_markup(page)), file


@pytest.mark.parametrize("frame", ELSEWHERE)
def test_where_tags_may_mean_something_else_the_page_is_read_whole(frame: str) -> None:
    content = plain(
        '<p class="a" data-x=" onclick=x() "><img alt="" src="https://cdn.example/x"></p>'
    )
    page = frame.format(content.html)

    assert read_markup(page, content) == read_markup(page)
