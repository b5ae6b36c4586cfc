"""Two readings of one author text: what the dialect says it is, and what a built page made of it.

The first is CommonMark's own HTML of the text, with GitHub's tables and boxes, by the library's renderer and not by ours, with
what the dialect adds to it: bare addresses and words of the glossary are links. Both are reduced to the same lines: an element
with the attributes that matter, or a piece of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

GAP = "GapOfTheProduct"
_gap = re.compile(r"(\\*)(\{\{ *product\.name *\}\})")
_marks = re.compile("[\ufdd0\ufdd1]")
_control = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class _CommonMark(MarkdownIt):
    """Takes every address for one, as the dialect's parser does: which of them are safe is judged elsewhere."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name for its hook
        return bool(url)


_commonmark = _CommonMark("commonmark", {"html": True, "maxNesting": 40, "alerts": True})
_commonmark.enable("table")
_OF_A_LINE = re.compile(r"</?(?:a|em|strong|code)\b")
_KEPT = ("href", "start", "class")
_LABEL = "fw-tables__column"
"""What a cell says of its column, for small windows."""
_box = re.compile(r"fw-prose__box fw-prose__box--(\w+)")


def is_of_the_dialect(text: str) -> bool:
    """Whether CommonMark alone says what a text is: a comparison at the beginning of a line is ours."""
    return not any(token.type == "blockquote_open" for token in _commonmark.parse(text))


def meant(text: str, value: str) -> list[str]:
    """What the dialect says a text is, `value` standing for the name of the product."""
    html = _commonmark.render(_gap.sub(_filled, _marks.sub("\ufffd", text)))
    return [line.replace(GAP, _folded(value)) for line in shown(html)]


def _filled(found: re.Match[str]) -> str:
    """Two backslashes before a gap stand for one, and one that is left over makes it no gap."""
    slashes, gap = found.groups()
    return "\\" * (len(slashes) // 2) + (gap if len(slashes) % 2 else GAP)


def shown(html: str) -> list[str]:
    """What a piece of a page shows, element by element."""
    body = LexborHTMLParser(f"<body>{html}</body>").body
    return list(_joined(_walk(body))) if body else []


def shown_in(html: str, selector: str) -> list[list[str]]:
    """What each element of a page that a selector finds shows."""
    return [shown(node.inner_html or "") for node in LexborHTMLParser(html).css(selector)]


def _walk(node: LexborNode, *, is_code: bool = False) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield from _words(child.text_content or "", is_code=is_code)
        elif child.attributes.get("class") in ("fw-term", "fw-term-end") or (
            child.tag == "a" and _is_bare(child)
        ):
            yield from _walk(child, is_code=is_code)
        elif child.attributes.get("class") != _LABEL:
            tag = "cell" if child.tag in ("td", "th") else child.tag or ""
            kept = [f"{name}={value}" for name, value in _attributes(child)]
            yield f"<{' '.join([tag, *map(_address, kept)])}>"
            yield from _walk(child, is_code=is_code or child.tag in ("code", "pre"))
            yield f"</{tag}>"


def _attributes(node: LexborNode) -> Iterator[tuple[str, str]]:
    """The attributes that say something, in the library's words. Which cell heads a row, and what is styled, is ours."""
    if (node.attributes.get("style") or "").endswith("right") and (node.inner_html or "").strip():
        yield "class", "fw-table__number"
    for name in _KEPT:
        value = node.attributes.get(name)
        if value is not None:
            value = _box.sub(r"markdown-alert markdown-alert-\1", value)
            value = "markdown-alert-title" if value == "fw-label" else value
            if value != "fw-table fw-tables":
                yield name, value


def _words(text: str, *, is_code: bool) -> Iterator[str]:
    text = _control.sub("\ufffd", text)
    folded = text if is_code else _folded(text)
    if folded:
        yield "~" + folded


def _folded(text: str) -> str:
    return re.sub(r"[ \n\r\t\x0b\x0c]+", " ", text)


def _is_bare(link: LexborNode) -> bool:
    """Whether a link says its own address, as those do that stand bare in a text."""
    return (link.attributes.get("href") or "").startswith(("http:", "https:")) and _same(
        link.attributes["href"] or "", link.text()
    )


def _same(one: str, other: str) -> bool:
    return _address(one) == _address(other)


def _address(text: str) -> str:
    """An address in one form: signs that need no percent are the same with and without."""
    return quote(unquote(text), safe="%")


def _joined(lines: Iterator[str]) -> Iterator[str]:
    """Pieces of text that touch as one, without the spaces that no browser shows at edges of blocks."""
    text, before = "", ""
    for line in lines:
        if line.startswith("~"):
            text += line[1:]
            continue
        yield from _text(text, before, line)
        text, before = "", line
        yield line
    yield from _text(text, before, "")


def _text(text: str, before: str, after: str) -> Iterator[str]:
    if not _OF_A_LINE.match(before):
        text = text.lstrip(" ")
    if not _OF_A_LINE.match(after):
        text = text.rstrip(" ")
    if text:
        yield "~" + text
