"""`firstwin explain`: what a code means, and what to write instead."""

from __future__ import annotations

import textwrap
from typing import Final

import click

from firstwin.api import CODES
from firstwin.cli.lines import say
from firstwin.diagnostics import Code
from firstwin.errors import WrongUseError

WIDTH: Final = 88


@click.command("explain", epilog="Example: firstwin explain FW203")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a code: what it means, why it matters, what to write instead.

    Without a CODE all are listed.
    """
    if code is None:
        for each in CODES.values():
            say(f"{each.id}  {each.severity.value:<7}  {each.title}")
        return 0
    say(*_explanation(_known(code.upper())).split("\n"))
    return 0


def _known(name: str) -> Code:
    if name in CODES:
        return CODES[name]
    first, last = min(CODES), max(CODES)
    hint = (
        f"codes are FW and three digits, from {first} to {last}: `firstwin explain` lists them all"
    )
    raise WrongUseError(f"there is no code {name}", hint)


def _explanation(code: Code) -> str:
    parts = [
        f"{code.id} ({code.severity.value}): {code.title}",
        textwrap.fill(code.explanation, WIDTH),
    ]
    if code.wrong:
        parts.append("Wrong:\n\n" + _indented(code.wrong))
    if code.right:
        parts.append("Right:\n\n" + _indented(code.right))
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.rstrip().split("\n"))
