"""The parser of Markdown: markdown-it, made to take a time that grows no faster than the text.

In: a text. Out: its tokens, as CommonMark has them, with GitHub's tables and alerts: boxes around a remark. Some things
are done here in another way. Where the words of a link end is found for all brackets in one go; markdown-it goes through
the rest of a paragraph for each of them. Rows of a table hold the cells that were typed. And what nobody may write
(quotations, pictures, link definitions, tables that are too wide) is only recognised, not looked into.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt, helpers
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, blockquote, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from markdown_it.utils import EnvType

from firstwin.text.addresses import link_addresses

DEEPEST = 10
"""The levels a list may have, and emphasis in emphasis: no reader follows as many."""

MOST_COLUMNS = 6
"""So many columns of a table can be read on paper."""

FIGURE = "figure"
"""What a cell is said to hold where its column is aligned at the end."""

_compared = re.compile(r">=? *\.?\d")
_alert = re.compile(r">[ \t]*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$", re.IGNORECASE)
_bar = re.compile(r"(?<!\\)\|")


def markdown_parser() -> MarkdownIt:
    """The parser of all texts."""
    parser = _Parser()
    # A list and its items are a level each: one list too deep is still seen, and told.
    parser.configure("commonmark", {"html": True, "maxNesting": 2 * DEEPEST + 2, "alerts": True})
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.enable("table")
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("blockquote", _quotation, {"alt": ends})
    parser.inline.ruler.at("image", _picture)
    parser.core.ruler.after("block", "definitions", _set_definitions_aside)
    parser.core.ruler.push("addresses", link_addresses)
    return parser


class _Parser(MarkdownIt):
    """CommonMark that leaves judging addresses to us: it would drop the link and say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.inline = _InlineParser()
        self.helpers = _Helpers  # type: ignore[assignment]  # the library's is a module

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name for its hook
        return bool(url)


@dataclass(slots=True)
class _Bracket:
    """An opening bracket. `holds_link` tells that a link stands behind it, so that it can open none."""

    start: int
    is_picture: bool
    holds_link: bool = False
    end: int = -1


class _Helpers:
    """What the rules of links ask."""

    parseLinkDestination = staticmethod(helpers.parseLinkDestination)  # noqa: N815 - the library's names
    parseLinkTitle = staticmethod(helpers.parseLinkTitle)  # noqa: N815 - the library's names

    @staticmethod
    def parseLinkLabel(state: _State, start: int, disableNested: bool = False) -> int:  # noqa: FBT001, FBT002, N802, N803 - the library's
        """The place of the bracket that closes the one at `start`; -1 where none does."""
        if state.brackets is None:
            state.brackets = {}
            _close_brackets(state, state.brackets)
        bracket = state.brackets.get(start)
        if not bracket or bracket.end >= state.posMax or (disableNested and bracket.holds_link):
            return -1
        return bracket.end


class _State(StateInline):
    """The text of a paragraph, and where the brackets in it close."""

    brackets: dict[int, _Bracket] | None = None


class _InlineParser(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if not src:
            return tokens
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _close_brackets(state: _State, brackets: dict[int, _Bracket]) -> None:
    """Find the end of each bracket. Whatever else stands in the text is passed over as one piece."""
    before = state.pos
    pos, picture, opened = 0, -1, list[_Bracket]()
    while pos < len(state.src):
        sign = state.src[pos]
        state.pos = pos
        if sign == "[":
            opened.append(_Bracket(pos, is_picture=pos == picture))
        elif sign == "!" and state.src.startswith("[", pos + 1):
            picture = pos + 1
        elif sign == "]" and opened:
            bracket = opened.pop()
            bracket.end = pos
            brackets[bracket.start] = bracket
            holds_link = _pass_link(state, bracket)
            if opened:
                opened[-1].holds_link |= holds_link
        else:
            state.md.inline.skipToken(state)
        pos = max(state.pos, pos + 1)
    state.pos = before


def _pass_link(state: _State, bracket: _Bracket) -> bool:
    """Go behind the link or picture of a bracket that has just been closed. Whether what is around it holds a link."""
    end = state.pos
    if bracket.is_picture:
        state.pos = bracket.start - 1
        if image(state, silent=True):
            return False
    state.pos = bracket.start
    if link(state, silent=True):
        return True
    state.pos = end
    return bracket.holds_link


def _picture(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """A picture, whose words are not looked into."""
    start = state.pos
    if not image(state, silent=True):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.content = state.src[start : state.pos]
    return True


def _table(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """A table. Its rows hold the cells that were typed, no more and no fewer; `framed` tells where these are not as many."""
    if not table(state, line, end, silent=True):
        return False
    if silent:
        return True
    below = _end_of_table(state, line, end)
    marks = _cells(state, line + 1)
    if len(marks) > MOST_COLUMNS:
        token = state.push("wide_table", "", 0)
        token.content = state.getLines(line, below, state.blkIndent, keepLastLF=False)
        token.map = [line, below]
    else:
        figures = [mark.endswith(":") and not mark.startswith(":") for mark in marks]
        state.push("table_open", "table", 1).map = [line, below]
        for number in (line, *range(line + 2, below)):
            state.push("row_open", "tr", 1).map = [number, number + 1]
            for place, words in enumerate(_cells(state, number)):
                cell = state.push("inline", "", 0)
                cell.map, cell.content, cell.children = [number, number + 1], words, []
                cell.info = FIGURE if place < len(figures) and figures[place] else ""
            state.push("row_close", "tr", -1)
        state.push("table_close", "table", -1)
    state.line = below
    return True


def _end_of_table(state: StateBlock, line: int, end: int) -> int:
    """The line behind a table: an empty one, one that is not indented as the table is, or one at which another block begins."""
    others = state.md.block.ruler.getRules("blockquote")
    below = line + 2
    while (
        below < end
        and state.sCount[below] >= state.blkIndent
        and not state.isEmpty(below)
        and not state.is_code_block(below)
        and not any(begins(state, below, end, True) for begins in others)
    ):
        below += 1
    return below


def _cells(state: StateBlock, line: int) -> list[str]:
    """The cells of a line. A bar at its beginning or end is the edge of the table."""
    cells = _bar.split(mdTrim(_line(state, line)))
    if not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [mdTrim(cell.replace("\\|", "|")) for cell in cells]


def _quotation(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """An alert, or lines that begin with `>`, unless they are comparisons: `> 95 %`."""
    if not _is_quoted(state, line):
        return False
    if silent:
        return True
    if _alert.match(_line(state, line)):
        return blockquote(state, line, end, silent)
    below = line + 1
    while below < end and state.sCount[below] >= state.blkIndent and _is_quoted(state, below):
        below += 1
    token = state.push("quotation", "", 0)
    token.map = [line, below]
    token.content = state.getLines(line, below, state.blkIndent, keepLastLF=False)
    state.line = below
    return True


def _is_quoted(state: StateBlock, line: int) -> bool:
    typed = "" if state.is_code_block(line) else _line(state, line)
    return typed.startswith(">") and not _compared.match(typed)


def _line(state: StateBlock, line: int) -> str:
    """What stands in a line, without what belongs to the blocks around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _set_definitions_aside(state: StateCore) -> None:
    """Link definitions are told, and no link of them is made."""
    state.env["definitions"] = state.env.pop("references", {})
