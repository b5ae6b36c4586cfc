"""`firstwin build`: the sites of one or more editions."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

import click

from firstwin.api import Built, build
from firstwin.cli.going import going
from firstwin.cli.lines import say
from firstwin.cli.options import (
    EDITIONS,
    build_dir_option,
    config_option,
    engine_option,
    format_option,
    strict_option,
)
from firstwin.cli.reports import say_report
from firstwin.diagnostics.report import Format

_MOST_PROCESSES: Final = 8


@click.command("build", epilog="Example: firstwin build --edition all --output public")
@click.option(
    "--edition",
    "editions",
    type=click.Choice([*EDITIONS, "all"]),
    multiple=True,
    default=["customer"],
    show_default=True,
    help="Whom the site is for. May be given more than once.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the sites are written, each into a folder of its own.  [default: site]",
)
@build_dir_option
@click.option(
    "--manifest",
    is_flag=True,
    help="Write a manifest beside each site: every file, its hash, what it was made of.",
)
@click.option(
    "--gate",
    is_flag=True,
    help="Look through every byte of each site for what is not for its audience.",
)
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="How many make pages at the same time.  [default: one a processor, at most 8]",
)
@engine_option
@config_option
@format_option
@strict_option
def command(  # noqa: PLR0913  # one parameter an option
    *,
    editions: tuple[str, ...],
    output: Path | None,
    build_dir: Path | None,
    engine: str,
    config: Path,
    form: str,
    manifest: bool,
    gate: bool,
    strict: bool,
    processes: int | None,
) -> int:
    """Build the site of an edition: site/customer/index.html.

    The pages are written to build/<edition>/ first, as Markdown with a mkdocs.yml of its own. When
    anything is wrong, the site that is there stays as it is.
    """
    began = time.monotonic()
    with going() as told:
        built = build(
            config,
            editions=EDITIONS if "all" in editions else editions,
            output=output,
            build_dir=build_dir,
            engine=engine,
            manifest=manifest,
            gate=gate,
            strict=strict,
            processes=processes or _processors(),
            progress=told.line,
            page_progress=told.pages,
        )
    if built.report.diagnostics or form != "text":
        say_report(built.report, Format(form), config.parent)
    if not built.sites:
        _say_why_not(built)
        return 1
    for folder in built.sites.values():
        say(f"Built {os.path.relpath(folder)}", err=form != "text")
    say(f"Done in {time.monotonic() - began:.1f} s", err=True)
    return 0


def _processors() -> int:
    """How many processes make pages when nobody says it: each takes memory of its own."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux has it
    return min(len(allowed(0)) if allowed else os.cpu_count() or 1, _MOST_PROCESSES)


def _say_why_not(built: Built) -> None:
    say("Nothing was built.", err=True)
    if built.report.ok(strict=False):
        say("Warnings stop a build; --no-strict builds all the same.", err=True)
