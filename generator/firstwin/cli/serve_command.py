"""`firstwin serve`: a preview that follows the sources."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from firstwin.api import audience_of, engine_of
from firstwin.cli.lines import complain, say
from firstwin.cli.options import EDITIONS, build_dir_option, config_option, engine_option
from firstwin.cli.reports import say_report
from firstwin.diagnostics.report import Format
from firstwin.serve import Attempt, Listening, Preview, Rebuild


@click.command("serve", epilog="Example: firstwin serve --edition internal --port 8080")
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    default="customer",
    show_default=True,
    help="Whose site is shown.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on. Any other than this machine's own lets others read along.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="The port to listen on.  [default: the first free one from 8000]",
)
@build_dir_option
@engine_option
@config_option
def command(  # noqa: PLR0913  # one parameter an option
    *, edition: str, host: str, port: int | None, build_dir: Path | None, engine: str, config: Path
) -> int:
    """Preview the site of an edition in a browser, on this machine.

    Pages reload when a playbook, the configuration, a template or the theme changes. Problems are shown
    here and over the page, while the last good site stays. Ctrl-C ends it.
    """

    def show(attempt: Attempt) -> None:
        if attempt.report is None:
            for problem in attempt.problems:
                if problem.source:
                    say(*problem.source.split("\n"), err=True)
                complain(problem.message, problem.hint)
        elif attempt.report.diagnostics:
            say_report(attempt.report, Format.TEXT, config.parent)
        elif attempt.complete:
            say(f"No problems at {datetime.now().astimezone():%H:%M:%S}")

    rebuild = Rebuild(config, audience_of(edition), engine_of(engine), build_dir)
    preview = Preview(rebuild, Listening(host, port), show)
    if not preview.local:
        say("Everybody on your network can read this preview.", err=True)
    say(f"Preview of the {edition} edition: {preview.url}  (Ctrl-C ends it)")
    preview.run(config, rebuild.folders())
    return 0
