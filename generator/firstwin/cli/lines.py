"""Lines, as commands write them.

In: what is to be said. Out: lines on standard output or standard error. This is the only place that writes: whatever a
name or a text holds, it does nothing to a terminal or a log.
"""

from __future__ import annotations

import click

from firstwin.diagnostics import visible


def say(*lines: str, err: bool = False) -> None:
    """Write lines. One stays one, whatever is in it."""
    click.echo("\n".join(map(visible, lines)), err=err)


def rewrite(text: str) -> None:
    """Write a line to a terminal in place of the one before it, on standard error."""
    click.echo(f"\r\x1b[K{visible(text)}", err=True, nl=False, color=True)


def complain(message: str, hint: str = "") -> None:
    """Say what makes it impossible to go on, and what to do about it."""
    say(f"Error: {message}", *([f"hint: {hint}"] if hint else []), err=True)


def write(text: str) -> None:
    """Write what is fit to be written already: a report, or a page of ours."""
    click.echo(text)
