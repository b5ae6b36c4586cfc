"""A fault in the text of one file, and the lines as they should be.

In: nothing. Out: the type that everything which looks at YAML text returns. Lines and columns count
from 0 here, as they do in PyYAML; `LineFault.diagnostic` counts from 1 like everybody else.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from firstwin.diagnostics import Code, Diagnostic, Related, Span

LONGEST_SUGGESTION = 300

MOST_FAULTS = 100
"""The faults of one file that are reported: nobody mends more in one go."""


class LineFault(Struct, frozen=True):
    """Something wrong on a line. `mended` are the lines that should stand there instead.

    The reader puts them in and goes on, so that one run finds every fault of a file. `advice` says
    what to do; where `shown`, the mended lines follow it. The mend has worked when the file parses
    beyond line `until` (the last mended line, where nothing else is said). After a `fatal` fault the
    rest of the file is still looked at, but what is in it is not used. A fault that `hides` others
    has made YAML read on through them: its mend need not get further than YAML got without. Of mends
    that get equally far the one of less `effort` is the likelier. A mend that `leaves_out` what stands on its
    lines makes nothing missing that could have been there.
    """

    code: Code
    message: str
    line: int
    column: int
    end_column: int
    advice: str = ""
    mended: Mapping[int, str] = field(default_factory=dict)
    shown: bool = True
    until: int | None = None
    also: tuple[tuple[str, int, int], ...] = ()
    fatal: bool = False
    hides: bool = False
    effort: int = 0
    leaves_out: bool = False

    @property
    def last_line(self) -> int:
        """The line that must parse once the lines are mended."""
        return self.until if self.until is not None else max(self.mended, default=self.line)

    def diagnostic(self, path: str) -> Diagnostic:
        """The fault as it is reported, in the file `path`."""
        return Diagnostic(
            self.code,
            self.message,
            Span(path, self.line + 1, self.column + 1, self.line + 1, self.end_column + 1),
            self._hint(),
            tuple(
                Related(message, Span(path, line + 1, column + 1, line + 1, column + 1))
                for message, line, column in self.also
            ),
        )

    def _hint(self) -> str:
        lines = [self.mended[line].rstrip() for line in sorted(self.mended)]
        if not self.shown or not lines or sum(map(len, lines)) > LONGEST_SUGGESTION:
            return self.advice
        if len(lines) == 1:
            return f"{self.advice}: {lines[0].strip()}"
        return "\n".join([f"{self.advice}:", *lines])
