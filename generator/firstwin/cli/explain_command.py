"""`firstwin explain`: what a code means, and what to write instead."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches
from typing import Final

import click

from firstwin.api import CODES
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
            click.echo(f"{each.id}  {each.severity.value:<7}  {each.title}")
        return 0
    click.echo(_explanation(_known(code.upper())))
    return 0


def _known(name: str) -> Code:
    if name in CODES:
        return CODES[name]
    near = get_close_matches(name, CODES, n=1)
    meant = f"did you mean {near[0]}? " if near else ""
    raise WrongUseError(f"there is no code {name}", f"{meant}`firstwin explain` lists them all")


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
