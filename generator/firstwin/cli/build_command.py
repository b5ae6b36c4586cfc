"""`firstwin build`: the sites of one or more editions."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from firstwin.caching.store import Store
from firstwin.cli.going import going
from firstwin.cli.lines import say
from firstwin.cli.options import EDITIONS, engine_option, not_on_a_cluster, site_options
from firstwin.cli.reports import say_report
from firstwin.diagnostics import Report
from firstwin.diagnostics.report import Format
from firstwin.errors import WrongUseError
from firstwin.names import BUILD, SITE, site_folder
from firstwin.record import Outcome, Request, Witness, standing, witness_of
from firstwin.system.collector import collector_paused

if TYPE_CHECKING:
    from firstwin.api import Built

_MOST_PROCESSES: Final = 8
_NO_WAYS: Final = frozenset({"build_dir", "config", "editions", "form", "output", "processes"})
"""The options that say nothing of how a site is, or that a request has in other words."""


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
    began = time.monotonic()
    request = _request(engine, options)
    if outcome := standing(request):
        say("Nothing has changed since the last build", err=True)
        _say_lines(outcome.printed, options)
        return _say_built(outcome.report, request.sites, options, began)
    witness = _witness(request)

    def keep(built: Built) -> None:
        if witness:
            witness.keep(Outcome(built.report, _allowed(built)))

    return make_sites(options, engine=engine, in_place=keep)


@collector_paused()
def make_sites(options: dict[str, Any], **more: Any) -> int:
    """Build sites with the options of a command, and say what came of it."""
    # Where nothing has changed there is nothing to make.
    from firstwin.api import build  # noqa: PLC0415  # see above

    began = time.monotonic()
    given = dict(options)
    config, editions, _ = (given.pop(name) for name in ("config", "editions", "form"))
    given["processes"] = given["processes"] or _processors()
    with going() as progress:
        built = build(
            config,
            editions=_every(editions),
            progress=progress.line,
            page_progress=progress.pages,
            **given,
            **more,
        )
    _say_lines(_allowed(built), options)
    if built.sites:
        return _say_built(built.report, built.sites.values(), options, began)
    _say_found(built.report, options)
    _say_why_not(built.report)
    return 1


def make_on_cluster(address: str, engine: str, options: dict[str, Any]) -> int:
    """Build sites with the options of the command, of pages that a cluster made."""
    # Few builds are made on a cluster.
    from firstwin.slices.cluster import slices_of_cluster  # noqa: PLC0415  # see above

    if engine != "mkdocs":
        raise not_on_a_cluster(engine)
    with going() as progress:
        made = slices_of_cluster(
            address,
            options["config"],
            editions=_every(options["editions"]),
            progress=progress.line,
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
    given = dict(options)
    config, form, editions = (given.pop(name) for name in ("config", "form", "editions"))
    given["processes"] = given["processes"] or _processors()
    with going() as progress:
        sliced = build_slice(
            config,
            shard_of(shard),
            editions=_every(editions),
            progress=progress.line,
            page_progress=progress.pages,
            **given,
        )
    _say_found(sliced.report, options)
    if sliced.folder is None:
        _say_why_not(sliced.report)
        return 1
    count = sum(sliced.pages.values())
    say(f"Made {count} pages in {os.path.relpath(sliced.folder)}", err=form != "text")
    return 0


def _request(engine: str, options: dict[str, Any]) -> Request:
    """What the options of a command ask for, however they are written."""
    config, editions = options["config"].absolute(), _every(options["editions"])
    output, build = options["output"], options["build_dir"]
    ways = {way: value for way, value in options.items() if way not in _NO_WAYS}
    return Request(
        config,
        editions,
        tuple(site_folder(edition, offline=options["offline"]) for edition in editions),
        output.absolute() if output else config.parent / SITE,
        build.absolute() if build else config.parent / BUILD,
        {"engine": engine, **ways},
    )


def _witness(request: Request) -> Witness | None:
    """Who sees what the sites are made of."""
    # Where nothing has changed there is nothing to see.
    from firstwin.sources import read_folders  # noqa: PLC0415  # see above

    config = request.config
    return witness_of(request, (config, *read_folders(config).made_from(config.parent)))


def _every(editions: Iterable[str]) -> tuple[str, ...]:
    """The editions that are asked for, each once."""
    return EDITIONS if "all" in editions else tuple(dict.fromkeys(editions))


def _say_built(
    report: Report, sites: Iterable[Path], options: Mapping[str, Any], began: float
) -> int:
    _say_found(report, options)
    for folder in sites:
        say(f"Built {os.path.relpath(folder)}", err=options["form"] != "text")
    say(f"Done in {time.monotonic() - began:.1f} s", err=True)
    return 0


def _allowed(built: Built) -> tuple[str, ...]:
    """What pages may load from other hosts."""
    return tuple(
        f"Pages may load from {each.host} ({', '.join(each.for_)}): {each.reason}"
        for each in built.allowed
    )


def _say_lines(lines: Iterable[str], options: Mapping[str, Any]) -> None:
    for line in lines:
        say(line, err=options["form"] != "text")


def _say_found(report: Report, options: Mapping[str, Any]) -> None:
    if report.diagnostics or options["form"] != "text":
        say_report(report, Format(options["form"]), options["config"].parent)


def _processors() -> int:
    """How many processes make pages when nobody says it: each takes memory of its own."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux has it
    return min(len(allowed(0)) if allowed else os.cpu_count() or 1, _MOST_PROCESSES)


def _say_why_not(report: Report) -> None:
    say("Nothing was built.", err=True)
    if report.ok(strict=False):
        say("Warnings stop a build; --no-strict builds all the same.", err=True)
