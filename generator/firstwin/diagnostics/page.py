"""The page that describes every code: `docs/diagnostics.md`.

In: codes. Out: Markdown. It says what `firstwin explain` says, for reading and for linking to.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from firstwin.diagnostics.model import Code

WIDTH: Final = 110

_HEAD: Final = """\
# Diagnostics

Everything `firstwin check` and `firstwin build` can say. A code is permanent: it never means something else
later. An *error* always stops a build; a *warning* stops it unless `--no-strict` is given; a *note* never does. In a terminal,
`firstwin explain FW030` says the same.

<!-- Made from the codes by `make docs`; a change here is lost. -->
"""

_CHAPTERS: Final = {
    "0": "Files and YAML",
    "1": "The shape of a file",
    "2": "References and ids",
    "3": "Time and needs",
    "4": "What is missing",
    "5": "Audience",
    "6": "Claims, content and writing",
    "7": "What nothing uses",
    "8": "Templates and words of a project",
    "9": "The built site",
}


def codes_page(codes: Iterable[Code]) -> str:
    """The page, with a chapter for each hundred of codes."""
    parts = [_HEAD]
    ordered = sorted(codes, key=lambda code: code.id)
    for hundred, chapter in groupby(ordered, key=lambda code: code.id[2]):
        parts.append(f"## {_CHAPTERS[hundred]}\n")
        parts += [_entry(code) for code in chapter]
    return "\n".join(parts)


def _entry(code: Code) -> str:
    text = f"*{code.severity.value.capitalize()}.* {code.explanation}"
    wrapped = textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    parts = [f"### {code.id}: {code.title}\n", f"{wrapped}\n"]
    for label, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            parts.append(f"{label}:\n\n{_fenced(example.rstrip())}\n")
    return "\n".join(parts)


def _fenced(example: str) -> str:
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example}\n{fence}"
