"""A line that may be at fault, and its text put in quotes.

In: the lines of a file. Out: what every pitfall looks at, and the two ways a text can be quoted: to
the end of the lines that continue it, or on its line alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from firstwin.diagnostics import Code
from firstwin.sources.fault import LineFault
from firstwin.sources.line import Line, quote

MOST_CONTINUED = 100
"""The lines on which a text may go on without quotes, and still be put in quotes as a whole."""


class LinePlace(Struct, frozen=True):
    """One line of a file among the others."""

    lines: Sequence[str]
    index: int
    line: Line

    @classmethod
    def at(cls, lines: Sequence[str], index: int) -> LinePlace:
        """The line of that index."""
        return cls(lines, index, Line.of(lines[index]))

    @property
    def text(self) -> str:
        """The line as it stands."""
        return self.lines[self.index]

    def above(self) -> Iterator[int]:
        """The lines above that say something, the nearest first."""
        for index in range(self.index - 1, -1, -1):
            if says_something(self.lines[index]):
                yield index

    def below(self, deeper_than: int) -> Iterator[int]:
        """The lines right below that are indented deeper than that column."""
        for index in range(self.index + 1, len(self.lines)):
            text = self.lines[index]
            if text.strip() and indentation(text) <= deeper_than:
                return
            if text.strip():
                yield index

    def fault(
        self,
        code: Code,
        message: str,
        advice: str,
        mended: Mapping[int, str],
        sign: range | None = None,
    ) -> LineFault:
        """A fault of the line's value, or of the stretch of it that is the sign at fault."""
        begin = self.line.value_column
        sign = sign or range(max(len(self.line.value), 1))
        return LineFault(
            code, message, self.index, begin + sign.start, begin + sign.stop, advice, mended
        )

    def quoted(self) -> Iterator[dict[int, str]]:
        """The value in quotes: together with the lines that continue it, and on this line."""
        line = self.line
        texts = takewhile(self._is_text, self.below(line.owner_column))
        below = list(islice(texts, MOST_CONTINUED + 1))
        if len(below) > MOST_CONTINUED:
            below = []
        whole = "\n".join([line.value, *(self.lines[index] for index in below)])
        sign = quote(whole)[0]
        if below and quote(whole)[1:-1] == whole:
            rest = {index: self.lines[index].rstrip() for index in below}
            rest[below[-1]] += sign
            yield {self.index: line.lead + line.key + line.colon + sign + line.value, **rest}
        yield {self.index: line.with_value(quote(line.value))}

    def _is_text(self, index: int) -> bool:
        line = Line.of(self.lines[index])
        return not line.key and not line.dashes


def indentation(text: str) -> int:
    """The column a line begins in."""
    return len(text) - len(text.lstrip())


def says_something(text: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    return not text.isspace() and text != "" and not text.lstrip().startswith("#")


def shifted(lines: Sequence[str], which: Sequence[int], by: int) -> dict[int, str]:
    """Those of the lines that say something, moved sideways."""
    return {
        index: " " * (indentation(lines[index]) + by) + lines[index].lstrip()
        for index in which
        if says_something(lines[index])
    }


def write_it(text: str, mended: str) -> str:
    """The advice to write a line, with its column where that is another one."""
    column = indentation(mended)
    return "write" if column == indentation(text) else f"write, {indented(column)}"


def spaces(count: int) -> str:
    """`1 space`, `4 spaces`."""
    return "1 space" if count == 1 else f"{count} spaces"


def indented(count: int) -> str:
    """How far something is indented."""
    return f"indented by {spaces(count)}" if count else "not indented"


def indent_by(count: int) -> str:
    """The advice to indent something so far."""
    return f"indent it by {spaces(count)}" if count else "begin it at the left edge"


def others_below(count: int) -> str:
    """The lines below one that share its fault, in words."""
    return "the one below" if count == 1 else f"the {count} below"
