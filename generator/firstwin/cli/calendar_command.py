"""`firstwin calendar`: the meetings and deadlines of a guide, for a calendar program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from firstwin.calendars import CalendarRequest, calendar
from firstwin.cli.lines import say
from firstwin.cli.options import config_option, format_option
from firstwin.cli.reports import say_report
from firstwin.dates import START
from firstwin.diagnostics.report import Format
from firstwin.loading import load
from firstwin.models.customer import read_start
from firstwin.output import put_content
from firstwin.system import clock
from firstwin.system.refusals import writing


def _date(text: str) -> date:
    """A date, written as in a playbook."""
    try:
        return read_start(text)
    except PydanticCustomError as error:
        said = error.context or {}
        raise click.BadParameter(f"{said['message']}: {said['hint']}") from None


def _start(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    return _date(text) if text else None


def _dates(
    _context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]
) -> dict[str, date]:
    """Ids with their dates: `go-live=2026-05-04`."""
    dates: dict[str, date] = {}
    for text in texts:
        id_, _, day = text.partition("=")
        if not id_ or not day:
            raise click.BadParameter("write the id of a day and its date: go-live=2026-05-04")
        if id_ == START:
            raise click.BadParameter("the start date has an option of its own: --start")
        if id_ in dates:
            raise click.BadParameter(f"`{id_}` has two dates")
        dates[id_] = _date(day)
    return dates


@click.command(
    "calendar",
    epilog="Example: firstwin calendar --tier enterprise --persona admin --start 2026-03-02",
)
@click.option("--tier", required=True, metavar="ID", help="The tier whose plan it is.")
@click.option("--persona", required=True, metavar="ID", help="The persona whose guide it is.")
@click.option("--start", callback=_start, metavar="DATE", help="The start date: day 1 of the plan.")
@click.option(
    "--date",
    "dates",
    multiple=True,
    callback=_dates,
    metavar="ID=DATE",
    help="The date of a day that the plan lets readers set. May be given more than once.",
)
@click.option(
    "--country",
    default="",
    metavar="CODE",
    help="Whose holidays count; without it, those of the first country in site_config.yml.",
)
@click.option(
    "--customer",
    default="",
    metavar="NAME",
    help="Whose plan it is, as their personal link says it: entries then lie beside those of others.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where it is written.  [default: <tier>-<persona>.ics]",
)
@config_option
@format_option
def command(  # noqa: PLR0913  # one parameter an option
    *,
    tier: str,
    persona: str,
    start: date | None,
    dates: dict[str, date],
    country: str,
    customer: str,
    output: Path | None,
    config: Path,
    form: str,
) -> int:
    """Write the calendar of a guide: meetings, deadlines, and calls that come back.

    It is the file that the guide's page makes. Importing a later one updates what is there.
    """
    loaded = load(config)
    if loaded.catalog is None or not loaded.report.ok(strict=False):
        say_report(loaded.report, Format(form), config.parent)
        return 1
    set_ = dates | ({START: start} if start else {})
    made = calendar(
        loaded.catalog, CalendarRequest(tier, persona, set_, country, customer), clock.now()
    )
    path = output or Path(f"{tier}-{persona}.ics")
    with writing(path, "--output FILE"):
        put_content(path, made)
    say(f"Wrote {path}")
    return 0
