"""`firstwin build`: the sites of one or more editions."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Any, Final

import click

from firstwin.api import Report, build
from firstwin.cli.going import going
from firstwin.cli.lines import say
from firstwin.cli.options import EDITIONS, engine_option, not_on_a_cluster, site_options
from firstwin.cli.reports import say_report
from firstwin.diagnostics.report import Format
from firstwin.errors import WrongUseError
from firstwin.store import Store

_MOST_PROCESSES: Final = 8


@click.command("build", epilog="Example: firstwin build --edition all --output public")
@site_options
@engine_option
@click.option(
    "--shard",
    metavar="NUMBER/OF",
    help="Make one of so many slices of the pages, and no site: `firstwin join` makes it of all.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Have the pages made by the workers of a Dask cluster: tcp://host:8786.",
)
def command(engine: str, shard: str | None, cluster: str | None, **options: Any) -> int:
    """Build the site of an edition: site/customer/index.html.

    The pages are written to build/<edition>/ first, as Markdown with a mkdocs.yml of its own. When
    anything is wrong, the site that is there stays as it is.
    """
    if shard:
        return make_slice(shard, engine, cluster, options)
    if cluster:
        return make_on_cluster(cluster, engine, options)
    return make_sites(options, engine=engine)


def make_sites(options: dict[str, Any], **more: Any) -> int:
    """Build sites with the options of a command, and say what came of it."""
    began = time.monotonic()
    config, form, editions = (options.pop(name) for name in ("config", "form", "editions"))
    options["processes"] = options["processes"] or _processors()
    with going() as told:
        built = build(
            config,
            editions=_every(editions),
            progress=told.line,
            page_progress=told.pages,
            **options,
            **more,
        )
    if built.report.diagnostics or form != "text":
        say_report(built.report, Format(form), config.parent)
    if not built.sites:
        _say_why_not(built.report)
        return 1
    for folder in built.sites.values():
        say(f"Built {os.path.relpath(folder)}", err=form != "text")
    say(f"Done in {time.monotonic() - began:.1f} s", err=True)
    return 0


def make_on_cluster(address: str, engine: str, options: dict[str, Any]) -> int:
    """Build sites with the options of the command, of pages that a cluster made."""
    # Few builds are made on a cluster.
    from firstwin.cluster import slices_of_cluster  # noqa: PLC0415  # see above

    if engine != "mkdocs":
        raise not_on_a_cluster(engine)
    with going() as told:
        made = slices_of_cluster(
            address,
            options["config"],
            editions=_every(options["editions"]),
            progress=told.line,
        )
        with made as slices:
            return make_sites(options, slices=[Store(folder) for folder in slices])


def make_slice(shard: str, engine: str, cluster: str | None, options: dict[str, Any]) -> int:
    """Make a slice with the options of the command, and say what came of it."""
    # Few builds are made in slices.
    from firstwin.slices import build_slice, shard_of  # noqa: PLC0415  # see above

    if cluster:
        raise WrongUseError(
            "--cluster does not go with --shard, which makes one slice here",
            "leave --shard out: each worker of a cluster makes one",
        )
    for_sites = [name for name in ("output", "manifest", "gate", "offline") if options.pop(name)]
    if for_sites or engine != "mkdocs":
        named = f"--{for_sites[0]}" if for_sites else f"--engine {engine}"
        hint = "say it to `firstwin join`" if for_sites else "slices are made with mkdocs"
        raise WrongUseError(f"{named} does not go with --shard, which makes no site", hint)
    config, form, editions = (options.pop(name) for name in ("config", "form", "editions"))
    options["processes"] = options["processes"] or _processors()
    with going() as told:
        sliced = build_slice(
            config,
            shard_of(shard),
            editions=_every(editions),
            progress=told.line,
            page_progress=told.pages,
            **options,
        )
    if sliced.report.diagnostics or form != "text":
        say_report(sliced.report, Format(form), config.parent)
    if sliced.folder is None:
        _say_why_not(sliced.report)
        return 1
    count = sum(sliced.pages.values())
    say(f"Made {count} pages in {os.path.relpath(sliced.folder)}", err=form != "text")
    return 0


def _every(editions: Sequence[str]) -> Sequence[str]:
    return EDITIONS if "all" in editions else editions


def _processors() -> int:
    """How many processes make pages when nobody says it: each takes memory of its own."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux has it
    return min(len(allowed(0)) if allowed else os.cpu_count() or 1, _MOST_PROCESSES)


def _say_why_not(report: Report) -> None:
    say("Nothing was built.", err=True)
    if report.ok(strict=False):
        say("Warnings stop a build; --no-strict builds all the same.", err=True)
