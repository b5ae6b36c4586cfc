"""`Prose`: Markdown that is safe to place in a page.

In: author Markdown of the stated dialect, and the values its `{{ product.name }}` fill in. Out:
`Prose` in a canonical form: every character that could open a construct is an entity, except those
of the constructs the author wrote and the dialect allows. What the dialect does not allow is a fault
long before; should it come here all the same, it is shown as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from firstwin.text.dialect import (
    is_language,
    is_plain,
    is_safe_address,
    link_address,
    mask,
    parse,
    unmask,
)
from firstwin.text.escape import escape_text

INDENT = "    "
_unsafe_in_address = re.compile(r"[\s<>\"'`\\(){}\[\]|^*]")
_html = MarkdownIt("commonmark", {"html": True})


class Prose(str):
    """Canonical, escaped Markdown. Empty where the author wrote nothing."""

    __slots__ = ()


def prose(text: str | None, values: Mapping[str, str]) -> Prose:
    """The canonical form of an author's Markdown, its gaps filled with `values`."""
    if not text:
        return Prose()
    if is_plain(text):
        return Prose(escape_text(text))
    tokens, _ = parse(mask(text))
    return Prose("\n\n".join(_Writer(values).blocks(tokens)))


def inline_html(text: Prose) -> Markup:
    """One paragraph of prose as HTML, without the `<p>` around it."""
    if is_plain(text):
        return Markup(text)  # noqa: S704 - prose is escaped already
    return Markup(_html.renderInline(text))  # noqa: S704 - prose is escaped already


class _Writer:
    """Writes tokens of the dialect as canonical Markdown."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def blocks(self, tokens: Sequence[Token]) -> Iterator[str]:
        """The blocks of a text; a block's lines are not indented."""
        position = 0
        while position < len(tokens):
            end = _end_of(tokens, position)
            yield self._block(tokens[position], tokens[position + 1 : end])
            position = end + 1

    def _block(self, first: Token, inside: Sequence[Token]) -> str:
        if first.type in ("bullet_list_open", "ordered_list_open"):
            return self._list(first, inside)
        if first.type == "fence":
            return self._fence(first)
        inlines = [token for token in (first, *inside) if token.type == "inline"]
        if inlines:
            return " ".join(self._inline(token.children or []) for token in inlines).strip()
        return escape_text(unmask(first.content, self._values))

    def _list(self, first: Token, inside: Sequence[Token]) -> str:
        number = int(first.attrs.get("start", 1)) if first.type == "ordered_list_open" else None
        lines, position = [], 0
        while position < len(inside):
            end = _end_of(inside, position)
            mark = "-" if number is None else f"{number}."
            blocks = [block for block in self.blocks(inside[position + 1 : end]) if block]
            if blocks:  # a mark alone would underline the line above it
                lines.append(_list_item(mark, blocks))
                number = None if number is None else number + 1
            position = end + 1
        apart = "\n\n" if any("\n\n" in line for line in lines) else "\n"
        return apart.join(lines)

    def _fence(self, token: Token) -> str:
        code = unmask(token.content, self._values).rstrip("\n")
        longest = max((len(run) for run in re.findall("`{3,}", code)), default=2)
        fence = "`" * (longest + 1)
        language = token.info.strip() if is_language(token.info.strip()) else ""
        return f"{fence}{language}\n{code}\n{fence}"

    def _inline(self, children: Sequence[Token]) -> str:
        made, position = "", 0
        while position < len(children):
            token = children[position]
            end = _end_of(children, position)
            made += self._span(token, children[position + 1 : end], made, children[end + 1 :])
            position = end + 1
        return made

    def _span(
        self, token: Token, inside: Sequence[Token], before: str, after: Sequence[Token]
    ) -> str:
        if token.type in ("em_open", "strong_open"):
            return self._emphasis(token, inside, before, after)
        if token.type == "link_open":
            return self._link(token, inside)
        if token.type == "code_inline":
            return _code(unmask(token.content, self._values))
        if token.type == "softbreak":
            return " "
        if token.type == "hardbreak":
            return "<br>"
        text = unmask(token.content, self._values)
        escaped = escape_text(f"x{text}x")[1:-1] if before.strip() else escape_text(f"{text}x")[:-1]
        return _keep_edges(text, escaped)

    def _emphasis(
        self, token: Token, inside: Sequence[Token], before: str, after: Sequence[Token]
    ) -> str:
        """`*text*` where every Markdown agrees on it, tags where words touch or emphases nest."""
        tag = "em" if token.type == "em_open" else "strong"
        content = self._inline(inside)
        follows = after[0].content[:1] if after else ""
        simple = (
            all(part.type == "text" for part in inside)
            and content == content.strip()
            and (not before or before[-1] in " (")
            and (not follows or follows in " ,.;:)?!")
        )
        mark = "*" if tag == "em" else "**"
        return f"{mark}{content}{mark}" if simple else f"<{tag}>{content}</{tag}>"

    def _link(self, token: Token, inside: Sequence[Token]) -> str:
        content = self._inline(inside)
        address = unmask(link_address(token), self._values)
        if not is_safe_address(address):
            return content
        safe = _unsafe_in_address.sub(lambda found: f"%{ord(found[0]):02X}", address)
        return f"[{content}]({safe.replace('&', '&amp;')})"


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at `start`; itself where nothing opens."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth <= 0:
            return position
    return len(tokens) - 1


def _list_item(mark: str, blocks: Sequence[str]) -> str:
    """One item: its first block beside the mark, the others indented, paragraphs apart."""
    text = blocks[0]
    for block in blocks[1:]:
        text += ("\n" if _is_list(block) else "\n\n") + block
    first, *rest = text.split("\n")
    return "\n".join([f"{mark} {first}", *(INDENT + line if line else "" for line in rest)])


def _is_list(block: str) -> bool:
    return bool(re.match(r"- |\d+\. ", block))


def _code(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        return " "
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _keep_edges(text: str, escaped: str) -> str:
    """Spaces at the edges of a text part words and stay; `escape_text` folds those inside."""
    core = escaped.strip()
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and core else ""
    return left + core + right
