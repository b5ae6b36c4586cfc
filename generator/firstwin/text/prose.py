"""`Prose`: author Markdown as HTML of ours, whole before an engine sees it.

In: author Markdown of the stated dialect, and the values its `{{ product.name }}` fill in. Out: `Prose`: HTML
of a few elements without attributes but `href`, `start`, a code's language, what a reader's value is called, and what tables
and boxes are made of, in which every sign that a parser could take for markup is an entity. The engine's Markdown carries it through as it stands; nothing
an author wrote is read a second time. What the dialect does not allow is a fault long before; should it
come here all the same, it is shown as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from markdown_it.token import Token
from markupsafe import Markup

from firstwin.text.dialect import is_language, is_plain, link_address, parse
from firstwin.text.escape import escape_code, escape_signs
from firstwin.text.framed import BOX_TITLE, rows_of
from firstwin.text.inside import inside_of, marked
from firstwin.text.linkable import is_linkable
from firstwin.text.masks import (
    LONE_GAP,
    has_masks,
    mask,
    masked,
    masked_names,
    slashes_in_code,
    unmask,
)
from firstwin.text.parser import FIGURE

_unsafe_in_address = re.compile(r"[\s\x00-\x20\x7f<>\"'`\\(){}|^*]")
_lists = {"bullet_list_open": "ul", "ordered_list_open": "ol"}
PARAGRAPH = 3
"""So many tokens a paragraph has: its beginning, its words, its end."""
_block_starts = ("<p>", "<ul>", "<ol", "<pre>", "<table", "<div")
_WAY = "\u203a"
"""Stands between the pages one goes through, and at the beginning of no line."""
_block_tags = re.compile(r"(?:</?(?:p|ul|ol|li|pre|div|table|thead|tbody|tr|th|td)\b[^<>]*>\n?)+")
_box_title = re.compile(r'(<div class="fw-prose__box fw-prose__box--(\w+)">\n<p class="fw-label">)')
_link_tags = re.compile(r"</?a\b[^<>]*>")
_NO_BLANKS: Mapping[str, str] = {}
_EMPTY = "<td></td>"
_emphasis = {"em_open": "em", "strong_open": "strong"}


class Prose(str):
    """HTML of an author's text. A text of one paragraph stands without its `<p>`, fit for any line.

    Every block begins and ends a line: an engine that looks for HTML in Markdown finds it at the beginning
    of lines. Empty where the author wrote nothing.
    """

    __slots__ = ()


def prose(
    text: str | None, values: Mapping[str, str], blanks: Mapping[str, str] = _NO_BLANKS
) -> Prose:
    """What an author's Markdown says, its gaps filled with `values`.

    `blanks` are what its reader may write down, by the names it is asked for: the label of each stands in its place, in
    brackets, until a script knows what was written.
    """
    if not text:
        return Prose()
    if is_plain(text):
        return Prose(_in_line(text))
    tokens, _ = parse(mask(text))
    writer = _Writer(values, blanks)
    if len(tokens) == PARAGRAPH and tokens[0].type == "paragraph_open":
        return Prose(writer.inline(tokens[1].children or ()).strip(" "))
    return Prose("\n".join(writer.blocks(tokens)))


def link(title: str, address: str) -> Prose:
    """A link, its values filled in. Where a page may not link to its address, its words alone."""
    words = _in_line(title)
    if inside_of(address):
        return Prose(marked(address, words))
    return Prose(
        f'<a href="{escape_signs(address)}">{words}</a>' if is_linkable(address) else words
    )


def inline_html(text: Prose) -> Markup:
    """Prose as a part of a line. Blocks, for which a line has no room, lose their tags."""
    line = _block_tags.sub(" ", text).strip() if _is_blocks(text) else text
    return Markup(line)  # noqa: S704 - prose is HTML of ours


def block_html(text: Prose, box_title: Callable[[str], str] = str.capitalize) -> Markup:
    """Prose as blocks, each with its tags. Over a box stands what `box_title` calls its kind, as HTML."""
    if not text or not _is_blocks(text):
        return Markup(f"<p>{text}</p>" if text else "")  # noqa: S704 - prose is HTML of ours
    titled = _box_title.sub(lambda found: found[1] + box_title(found[2]), text)
    return Markup(titled)  # noqa: S704 - prose is HTML of ours


def _is_blocks(text: Prose) -> bool:
    return text.startswith(_block_starts)


class _Cell(NamedTuple):
    """What stands in a cell, and whether it is a figure, aligned at the end."""

    words: str
    is_number: bool


class _Writer:
    """Writes tokens of the dialect as HTML."""

    def __init__(self, values: Mapping[str, str], blanks: Mapping[str, str]) -> None:
        self._values = values
        self._blanks = blanks
        self._is_in_link = False

    def blocks(self, tokens: Sequence[Token]) -> Iterator[str]:
        """The blocks of a text, each on lines of its own."""
        position = 0
        while position < len(tokens):
            end = _end_of(tokens, position)
            made = self._block(tokens[position], tokens[position + 1 : end])
            if made:
                yield made
            position = end + 1

    def inline(self, children: Sequence[Token]) -> str:
        """The words of a paragraph with what is marked in them."""
        made, position = "", 0
        while position < len(children):
            end = _end_of(children, position)
            made += self._span(children[position], children[position + 1 : end])
            position = end + 1
        return made

    def _block(self, first: Token, inside: Sequence[Token]) -> str:
        if first.type in _lists:
            return self._list(first, inside)
        if first.type == "list_item_open":
            return self._item(inside)
        if first.type == "fence":
            return self._code(first)
        if first.type == "table_open":
            return self._table(inside)
        if first.type == "alert_open":
            return self._box(first, inside[BOX_TITLE:])
        words = [self.inline(token.children or ()) for token in inside if token.type == "inline"]
        text = " ".join(words) or escape_signs(self._filled(first.content)).strip(" ")
        return text if first.hidden or not text else f"<p>{text}</p>"

    def _list(self, first: Token, inside: Sequence[Token]) -> str:
        tag = _lists[first.type]
        start = f' start="{first.attrs["start"]}"' if "start" in first.attrs else ""
        return "\n".join([f"<{tag}{start}>", *self.blocks(inside), f"</{tag}>"])

    def _item(self, inside: Sequence[Token]) -> str:
        """An item: what it says stands beside its tag, whole blocks on lines of their own."""
        blocks = list(self.blocks(inside))
        is_line = bool(blocks) and inside[0].hidden
        if len(blocks) == is_line:
            return f"<li>{''.join(blocks)}</li>"
        first = f"<li>{blocks.pop(0)}" if is_line else "<li>"
        return "\n".join([first, *blocks, "</li>"])

    def _code(self, token: Token) -> str:
        language = token.info.strip()
        named = f' class="language-{language}"' if language and is_language(language) else ""
        return f"<pre><code{named}>{escape_code(self._filled_code(token))}</code></pre>"

    def _table(self, inside: Sequence[Token]) -> str:
        """A table. In a small window its rows stand by themselves, so each cell has the heading of its column, hidden else."""
        heads, *rows = (tuple(map(self._cell, row.cells)) for row in rows_of(inside))
        labels = [_link_tags.sub("", words) for words, _ in heads]
        lines = ['<table class="fw-table fw-tables">', "<thead>", _heading_row(heads), "</thead>"]
        if rows:
            lines += ["<tbody>", *(_row(cells, labels) for cells in rows), "</tbody>"]
        return "\n".join([*lines, "</table>"])

    def _cell(self, token: Token) -> _Cell:
        return _Cell(self.inline(token.children or ()), token.info == FIGURE)

    def _box(self, first: Token, inside: Sequence[Token]) -> str:
        """A remark in a box. What stands over it is said in the words of the site, once they are known."""
        kind = f"fw-prose__box fw-prose__box--{first.info.lower()}"
        title = '<p class="fw-label"></p>'
        return "\n".join([f'<div class="{kind}">', title, *self.blocks(inside), "</div>"])

    def _span(self, token: Token, inside: Sequence[Token]) -> str:
        if token.type in _emphasis:
            tag = _emphasis[token.type]
            return f"<{tag}>{self.inline(inside)}</{tag}>"
        if token.type == "link_open":
            return self._link(token, inside)
        if token.type == "code_inline":
            return f"<code>{escape_code(self._filled_code(token))}</code>"
        if token.type == "softbreak":
            return " "
        if token.type == "hardbreak":
            return "<br>"
        return self._words(token.content)

    def _words(self, text: str) -> str:
        """Words; where an address is filled in that stands alone, it leads there, as a typed one does."""
        made, last = "", 0
        lone = LONE_GAP.finditer(text) if has_masks(text) and not self._is_in_link else ()
        for gap in lone:
            value = self._filled(gap[0])
            if value.startswith(("https://", "http://")) and is_linkable(value):
                made += self._with_blanks(text[last : gap.start()]) + _anchor(
                    value, _in_line(value)
                )
                last = gap.end()
        return made + self._with_blanks(text[last:])

    def _with_blanks(self, text: str) -> str:
        """Words, with a place for each thing that the reader writes."""
        made = ""
        for before, name in masked_names(text):
            made += _in_line(before)
            if name in self._blanks:
                made += f'<span data-fw-value="{name}">({_in_line(self._blanks[name])})</span>'
            elif name:
                made += _in_line(self._filled(masked(name)))
        return made

    def _link(self, token: Token, inside: Sequence[Token]) -> str:
        was_in_link, self._is_in_link = self._is_in_link, True
        content = self.inline(inside)
        self._is_in_link = was_in_link
        address = self._filled(link_address(token))
        if inside_of(address):
            return marked(address, content)
        return _anchor(address, content) if is_linkable(address) else content

    def _filled_code(self, token: Token) -> str:
        return self._filled(slashes_in_code(token.content))

    def _filled(self, text: str) -> str:
        return unmask(text, self._values)


def _heading_row(cells: Sequence[_Cell]) -> str:
    """The headings of columns. One that says nothing is no heading."""
    made = (
        f'<th scope="col"{_class(is_number)}>{words}</th>' if words else _EMPTY
        for words, is_number in cells
    )
    return "\n".join(["<tr>", *made, "</tr>"])


def _row(cells: Sequence[_Cell], labels: Sequence[str]) -> str:
    """A row: its first cell is its heading."""
    head = next((cell for cell in cells[:1] if cell.words), None)
    first = f'<th scope="row"{_class(head.is_number)}>{head.words}</th>' if head else _EMPTY
    return "\n".join(["<tr>", first, *map(_cell, cells[1:], labels[1:]), "</tr>"])


def _cell(cell: _Cell, label: str) -> str:
    if not cell.words:
        return _EMPTY
    named = f'<span class="fw-tables__column">{label}</span>' if label else ""
    return f"<td{_class(cell.is_number)}>{named}{cell.words}</td>"


def _class(is_number: bool) -> str:  # noqa: FBT001 - what a cell knows
    return ' class="fw-table__number"' if is_number else ""


def _anchor(address: str, content: str) -> str:
    """A link to an address that may be linked to."""
    safe = _unsafe_in_address.sub(lambda found: quote(found[0]), address)
    escaped = safe.replace("&", "&amp;").replace("[", "&#91;").replace("]", "&#93;")
    return f'<a href="{escaped}">{content}</a>'


def _in_line(text: str) -> str:
    """Text between tags."""
    return escape_signs(text).replace(f" {_WAY}", f"&#160;{_WAY}")


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at `start`; itself where nothing opens."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth <= 0:
            return position
    return len(tokens) - 1
