"""Text that would do something where it is written: to a terminal, to a log, or to the text around it."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Final

ACTING: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters of which none may reach an output as it is; surrogates no output can hold."""

CHARACTERS: Final = "".join(
    chr(number)
    for number in range(sys.maxunicode + 1)
    if unicodedata.category(chr(number)) in ACTING
)
"""Every one of them: controls, marks of direction, joiners, tags, line and paragraph separators."""

COMMANDS: Final = (
    "::error file=x,line=1::owned",
    "::stop-commands::owned",
    "  ::warning::owned",
    "\u00a0\u2003::warning::owned",
    "x\n::error::owned",
    "x\r::error::owned",
    "x\r\n  ::error::owned",
    "x\x85::error::owned",
    "x\u2028::error::owned",
    "x%0A::error::owned",
    "##[error]owned",
    "x ##[group]owned",
    "##vso[task.setvariable variable=x]owned",
    "##teamcity[owned]",
)
"""What makes services that keep logs do something."""

SEQUENCES: Final = (
    "\x1b[2J\x1b[31m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2J\x9d0;title\x9c",
    "\u202etxt.exe\u2066\u2069",
    "\x08\x08\x08\x7f\x00",
    "x\u200dy\u200cz",
)
"""What makes terminals do something."""

_OURS: Final = re.compile(r"::(error|warning) file=[^,:]*,line=\d+,col=\d+,title=[^,:]*::")
_LOOKS_LIKE_A_COMMAND: Final = re.compile(r"\s*::|.*##\w*\[")


def texts() -> Iterator[str]:
    """Texts with each of them, none longer than the name of a file may be."""
    yield from COMMANDS
    yield from SEQUENCES
    for begin in range(0, len(CHARACTERS), 40):
        yield "y".join(CHARACTERS[begin : begin + 40])


def acts(output: str, *, annotations: bool = False) -> list[str]:
    """What in an output would do something. Lines that are annotations of ours are meant to."""
    found = [
        f"{line!r} holds U+{ord(character):04X}"
        for line in output.split("\n")
        for character in line
        if unicodedata.category(character) in {*ACTING, "Cs"}
    ]
    for line in output.split("\n"):
        ours = _OURS.match(line) if annotations else None
        rest = line[ours.end() :] if ours else line
        if _LOOKS_LIKE_A_COMMAND.match(rest if not ours else f"x{rest}"):
            found.append(f"{line!r} is a command")
    return found
