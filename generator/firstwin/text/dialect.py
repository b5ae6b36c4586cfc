"""The Markdown an author may write, and what is wrong with the rest.

In: a Markdown text. Out: its tokens, or `TextFault`s with the line in the text. The dialect is
paragraphs, emphasis, lists, inline links, code, tables and boxes around a remark, read as CommonMark and GitHub do. Whatever
else they or the engine's Markdown would understand is rejected with its place, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from markdown_it.token import Token

from firstwin.text.addresses import BARE
from firstwin.text.fault import TextFault
from firstwin.text.framed import box_faults, headings_again, row_faults, tables_of
from firstwin.text.inside import Inside, inside_of
from firstwin.text.linkable import fault_of_address
from firstwin.text.masks import in_address, mask, names_in, unmask
from firstwin.text.parser import DEEPEST, MOST_COLUMNS, markdown_parser

CACHED_TEXTS = 4096

_parser = markdown_parser()

INSIDE = (
    "write what it is and its id: step:kickoff-call, tutorial:connect-sso, quiz:first-report, term:first-value, "
    "page:security or file:order-form.pdf"
)
_host_in_codes = re.compile(r"^(\w+://)%5B([0-9A-Fa-f:.]+)%5D")
_inside = re.compile(
    r"#?[a-z0-9_-]+|(?:step|library|document|tutorial|playbook|quiz|term|page|file)[:/].*|\S+\.(?:md|yml)"
)
"""What looks like the way to something in the same site."""

_special = re.compile(r"://|[\\`*_\[\]<>{}&#|!~\n\r\t]|^\s|^(?:[-+=]|\d{1,9}[.)])|\s$")
_entry = re.compile(r"(?P<sign>[-+*]|[0-9]{1,3}[.)]) +(?P<words>[^\W_][^\n]*)")
"""A list of one line."""
_language = re.compile(r"^[a-z0-9+-]{0,20}$")
_engine_syntax = (
    (
        re.compile(r"\{:?\s*(?:\.[A-Za-z]|#[A-Za-z][^{}#\n]*\})|\{:\s*\w"),
        "an attribute list",
        "remove the braces",
    ),
    (re.compile(r"\[\^(?:[^\[\]\s]|\[(?!\^))+\]"), "a footnote", "say it in the text"),
    (re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE), "an abbreviation", "write the word in full"),
    (re.compile(r"--8<--"), "a snippet", "write the text itself"),
)
_engine_signs = re.compile(r"[{\[<]")
"""Each of these has one of the signs, which hardly any text has."""

NO_TAGS = "write the text without tags; what readers should see as typed stands between backticks: `<name>`"

NO_HEADING = "make it a paragraph, or a step of its own"

_foreign_blocks = {
    "html_block": ("HTML", NO_TAGS),
    "heading_open": ("a heading", NO_HEADING),
    "wide_table": (
        f"a table with more than {MOST_COLUMNS} columns",
        f"make two tables of it, with at most {MOST_COLUMNS} columns each",
    ),
    "hr": ("a ruled line", "leave a blank line between paragraphs"),
    "code_block": ("code by indentation", "remove the spaces, or put the code between ``` lines"),
}


_CODE = frozenset({"code_inline", "fence", "code_block"})
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})


def is_plain(text: str) -> bool:
    """Whether a text has no character that Markdown gives a meaning."""
    return not _special.search(text)


@lru_cache(maxsize=CACHED_TEXTS)
def parse(text: str) -> tuple[tuple[Token, ...], Mapping[str, object]]:
    """The tokens of a text, and the environment the parser left (link definitions)."""
    environment: dict[str, object] = {}
    return tuple(_parser.parse(text, environment)), environment


def faults(
    text: str, values: Mapping[str, str], *, one_line: bool = False, headings: bool = False
) -> list[TextFault]:
    """What a Markdown text contains that it may not. `values` fill the gaps of its addresses.

    Where it may have `headings`, what is wrong with them is for `sections` to say.
    """
    if is_plain(text):
        return []
    tokens, environment = parse(mask(text))
    blocks = [token for token in tokens if not (headings and _is_top_heading(token))]
    found = [
        *_definitions(environment),
        *_block_faults(blocks),
        *row_faults(tokens, values),
        *box_faults(tokens),
        *_inline_faults(tokens, values),
    ]
    if one_line and not found:
        found += _line_faults(tokens, text)
    return sorted(dict.fromkeys(found), key=lambda fault: fault.line)


def _is_top_heading(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0


def gaps_in_code(text: str) -> Mapping[str, int]:
    """How many gaps of each name stand in code before one that does not; of all of them where none does, -1."""
    tokens, _ = parse(mask(text))
    before, outside = dict[str, int](), dict[str, int]()
    for token in tokens:
        for each in (token, *(token.children or ())):
            names = names_in("" if each.children else each.content)
            for name in names if each.type in _CODE else ():
                before[name] = before.get(name, 0) + 1
            elsewhere = [*names, *names_in(str(each.attrs.get("href", "")))]
            for name in () if each.type in _CODE else elsewhere:
                outside.setdefault(name, before.get(name, 0))
    return {name: outside.get(name, -1) for name in before}


def without_code(text: str) -> str:
    """The text with spaces in the place of code: of lines of it that values are not filled into."""
    if "`" not in text and "~~~" not in text:
        return text
    tokens, _ = parse(mask(text))
    codes = [each for token in tokens for each in (token, *(token.children or ()))]
    for line in (line for each in codes if each.type in _CODE for line in each.content.split("\n")):
        if line.strip():
            text = text.replace(line, " " * len(line), 1)
    return text


def names_kept_out(text: str) -> frozenset[str]:
    """The names between double braces that stand where a text is not read as words: in code, in an address, over a column."""
    tokens, _ = parse(mask(text))
    heads = (cell for rows in tables_of(tokens) for cell in rows[0].cells)
    found = {name for cell in heads for name in names_in(cell.content)}
    for token in tokens:
        for each in (token, *(token.children or ())):
            if each.type in _CODE:
                found.update(names_in(each.content))
            elif each.type == "link_open":
                found.update(names_in(link_address(each)))
    return frozenset(found)


def said_again(text: str) -> int:
    """How many characters the tables in a text say more than once."""
    return headings_again(parse(mask(text))[0]) if "|" in text and "\n" in text else 0


def is_language(name: str) -> bool:
    """Whether a code block may name this language."""
    return bool(_language.match(name))


def _definitions(environment: Mapping[str, object]) -> Iterator[TextFault]:
    known = environment["definitions"]
    for definition in known.values() if isinstance(known, dict) else ():
        yield TextFault(
            definition["map"][0],
            "a link definition is not part of the Markdown used here",
            "write the address at the link: [text](https://...)",
        )


def _block_faults(tokens: Iterable[Token]) -> Iterator[TextFault]:
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type in _foreign_blocks:
            what, hint = _foreign_blocks[token.type]
            yield TextFault(line, f"{what} is not part of the Markdown used here", hint)
        elif token.type == "fence" and not is_language(token.info.strip()):
            yield TextFault(
                line,
                f"`{token.info.strip()[:40]}` is not the name of a language",
                "write ``` alone",
            )
        elif token.type in _LISTS and token.level >= 2 * DEEPEST:
            yield TextFault(
                line,
                f"a list has at most {DEEPEST} levels",
                "make the inner lists shorter, or texts of their own",
            )


def _inline_faults(tokens: tuple[Token, ...], values: Mapping[str, str]) -> Iterator[TextFault]:
    for token in tokens:
        if token.type == "inline":
            line = token.map[0] if token.map else 0
            for child in token.children or ():
                yield from _child_faults(child, line, values)
                if child.nesting > 0 and child.level >= DEEPEST:
                    yield TextFault(
                        line,
                        f"emphasis stands in emphasis at most {DEEPEST} times",
                        "remove the inner signs; a backslash before one shows it as it is",
                    )
                line += child.type in ("softbreak", "hardbreak")


def _child_faults(child: Token, line: int, values: Mapping[str, str]) -> Iterator[TextFault]:
    if child.type == "html_inline":
        yield TextFault(
            line,
            "HTML is not part of the Markdown used here",
            NO_TAGS,
            child.content,
        )
    elif child.type == "image":
        yield TextFault(
            line,
            "a picture is not part of the Markdown used here",
            "give it under `pictures` of a step, or as the `image` of a tutorial's action",
        )
    elif child.type == "link_open" and child.markup != BARE:
        yield from _link_faults(child, line, values)
    elif child.type == "text" and _engine_signs.search(child.content):
        for pattern, what, hint in _engine_syntax:
            if pattern.search(child.content):
                yield TextFault(line, f"{what} is not part of the Markdown used here", hint)


def _link_faults(child: Token, line: int, values: Mapping[str, str]) -> Iterator[TextFault]:
    address = unmask(link_address(child), values)
    if child.attrs.get("title"):
        yield TextFault(
            line, "a link has no title here", "remove the text in quotes after the address"
        )
    fault = None if inside_of(address) else fault_of_address(address)
    if fault:
        hint = INSIDE if _inside.fullmatch(address) else fault.hint
        yield TextFault(line, fault.message, hint, address)


def links_inside(text: str) -> Iterator[tuple[str, Inside]]:
    """The links inside the site that stand in a text, each as it was typed."""
    if "](" not in text:
        return
    for token in parse(mask(text))[0]:
        for child in token.children or ():
            if child.type == "link_open":
                address = link_address(child)
                meant = inside_of(address)
                if meant:
                    yield address, meant


def link_address(token: Token) -> str:
    """The address of a link token, gaps still masked. Brackets around a host are no signs of Markdown: browsers want them."""
    href = _host_in_codes.sub(r"\1[\2]", str(token.attrs.get("href", "")))
    return in_address(href)


def _line_faults(tokens: tuple[Token, ...], text: str) -> Iterator[TextFault]:
    entry = _entry.fullmatch(text.strip())
    if entry:
        message = f"this text is one paragraph, and `{entry['sign']}` begins a list"
        yield TextFault(0, message, f"write: {entry['words']}")
        return
    blocks = [token for token in tokens if token.level == 0 and token.nesting >= 0]
    if len(blocks) > 1 or any(token.type != "paragraph_open" for token in blocks):
        second = blocks[1] if len(blocks) > 1 and blocks[0].type == "paragraph_open" else blocks[0]
        yield TextFault(
            second.map[0] if second.map else 0,
            "this text is one paragraph: lists, tables, boxes, code blocks and further paragraphs do not fit",
            "shorten it, or move the rest to `text`",
        )
