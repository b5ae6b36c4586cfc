"""`firstwin check`: everything that is wrong, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.cli.options import config_option, format_option, strict_option
from firstwin.cli.reports import say_report
from firstwin.diagnostics.report import Format
from firstwin.loading import check


@click.command("check", epilog="Example: firstwin check --format github")
@config_option
@format_option
@strict_option
@click.option(
    "--draft", is_flag=True, help="Note what is merely unfinished, and count it for nothing."
)
def command(config: Path, form: str, *, strict: bool, draft: bool) -> int:
    """Say everything that is wrong with a project: what, where, and what to do.

    Nothing is written. `firstwin explain CODE` says more about a code.
    """
    report = check(config, draft=draft)
    say_report(report, Format(form), config.parent)
    return 0 if report.ok(strict=strict) else 1
