"""`firstwin verify`: whether a published folder is what was built."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.api import verify
from firstwin.cli.lines import say
from firstwin.cli.options import format_option
from firstwin.cli.reports import say_report
from firstwin.diagnostics.report import Format


@click.command("verify", epilog="Example: firstwin verify site/customer")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The manifest of the site.  [default: beside DIR]",
)
@click.option(
    "--except",
    "added",
    multiple=True,
    metavar="NAME",
    help="A file or folder in DIR that was not built and may be there. May be given more than once.",
)
@format_option
def command(folder: Path, manifest: Path | None, added: tuple[str, ...], form: str) -> int:
    """Compare a published folder with the manifest that `firstwin build --manifest` wrote.

    Says which files are missing, which are others, and which nobody built.
    """
    report = verify(folder, manifest, added=added)
    if report.diagnostics or form != "text":
        say_report(report, Format(form), folder)
    if report.diagnostics:
        return 1
    say(f"{folder} is as it was built", err=form != "text")
    return 0
