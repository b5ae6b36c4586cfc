"""`firstwin link`: the personal links of customers, and what a link holds."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import click

from firstwin.cli.lines import say, write
from firstwin.cli.options import existing, optional_config_option
from firstwin.cli.reports import say_report
from firstwin.diagnostics import Report, Severity, visible
from firstwin.diagnostics.report import Format
from firstwin.errors import WrongUseError
from firstwin.link import (
    PERSONAL,
    PROGRESS,
    FragmentError,
    Personal,
    PersonalLink,
    Progress,
    Reason,
    fragment_of,
    links_of,
    read_personal,
    read_progress,
    unpack,
)
from firstwin.loading import Loaded, load
from firstwin.sources import path_of_customer

COLUMNS = ("name", "tier", "persona", "person", "link")
"""What a table of links says of each, under the names that the columns of a table of customers have."""


@click.command("link", epilog="Example: firstwin link customers/harbour.yml")
@click.argument(
    "files",
    nargs=-1,
    metavar="FILE...",
    type=click.Path(path_type=Path),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv"]),
    help="Links to copy, or a table for a mail merge.  [default: csv for a CSV file, else text]",
)
@click.option("--decode", metavar="LINK", help="Say what a link holds, and make none.")
@optional_config_option
def command(files: tuple[Path, ...], form: str | None, decode: str | None, config: Path) -> int:
    """Make the personal links of customers: one for each persona that a FILE names.

    A FILE is a customer's YAML, or a CSV with a person a row, whose links are written as another column beside those it
    has. What a link says stands behind the # of its address, which browsers send to nobody.
    """
    if decode is not None:
        say(*_lines_of(decode))
        return 0
    config = existing(config)
    if not files:
        raise WrongUseError("no file is named", "name a customer's file: customers/harbour.yml")
    for file in files:
        if not file.is_file():
            raise WrongUseError(
                f"there is no file {file}", "name a customer's file, or a CSV of many"
            )
    loaded = load(config, customers=files)
    errors = [each for each in loaded.report.diagnostics if each.severity is Severity.ERROR]
    if errors or loaded.catalog is None:
        say_report(Report(tuple(errors), loaded.report.lines), Format.TEXT, config.parent)
        return 1
    made = [each for file in files for each in _made(loaded, file)]
    if not made:
        raise WrongUseError(
            f"there is nobody in {files[0]}", "write a row for each person below the first line"
        )
    if (form or ("csv" if any(map(_is_table, files)) else "text")) == "csv":
        write(_table(made))
    else:
        for _, link in made:
            say(f"{link.personal.to} ({link.personal.persona}), {link.personal.customer}")
            say(link.address, "")
    return 0


def _is_table(file: Path) -> bool:
    return file.suffix.lower() == ".csv"


def _made(loaded: Loaded, file: Path) -> Iterator[tuple[Mapping[str, str], PersonalLink]]:
    """The links of a file, each with the cells of the row it was made of."""
    assert loaded.catalog is not None  # noqa: S101  # the caller has looked
    site = loaded.catalog.project.config.url
    if site is None:
        raise WrongUseError(
            f"there is no `url` in {loaded.config.name}, so nobody knows where a link leads",
            "write the address the site is published at: `url: https://guides.example/`",
        )
    path = path_of_customer(loaded.project, file)
    for key, each in loaded.catalog.customers.items():
        if key == path or key.startswith(f"{path}:"):
            cells = loaded.sources.customers.cells.get(key, {})
            yield from ((cells, link) for link in links_of(each.customer, site))


def _table(made: Sequence[tuple[Mapping[str, str], PersonalLink]]) -> str:
    """A table of links: the columns that were there, and what was not among them."""
    theirs = dict.fromkeys(name for cells, _ in made for name in cells if name != "link")
    columns = [*theirs, "link"] if theirs else list(COLUMNS)
    text = StringIO()
    table = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    shown = visible if sys.stdout.isatty() else str  # a program gets what was in the table
    for cells, link in made:
        said = link.personal
        ours = dict(zip(COLUMNS, (said.customer, said.tier, said.persona, said.to), strict=False))
        row = {**ours, **cells, "link": link.address}
        table.writerow({name: shown(value) for name, value in row.items()})
    return text.getvalue().removesuffix("\n")


def _lines_of(link: str) -> Iterator[str]:
    """What a link holds, line by line. Whatever it is, it is said and not obeyed."""
    payload = unpack(fragment_of(link))
    if PERSONAL in payload:
        yield from _personal(read_personal(payload))
    elif PROGRESS in payload:
        yield from _progress(read_progress(payload))
    else:
        raise FragmentError(Reason.SHAPE)


def _personal(said: Personal) -> Iterator[str]:
    yield f"A personal link for {said.to}, {said.customer}"
    yield f"guide: {said.tier}/{said.persona}"
    if said.start:
        yield f"start: {said.start}"
    for id_, day in said.days.items():
        yield f"day {id_}: {day.isoformat()}"
    for id_, contact in said.contacts.items():
        yield f"contact {id_}: {contact.name}{f', {contact.url}' if contact.url else ''}"
    for id_, answer in said.answers.items():
        yield f"answer {id_}: {answer}"
    yield from (f"target: {target}" for target in said.targets)
    yield from (f"note: {note}" for note in said.notes)


def _progress(said: Progress) -> Iterator[str]:
    yield f"A copy of progress with {len(said.entries):,} entries"
    for key, (value, at) in said.entries.items():
        moment = datetime.fromtimestamp(at / 1000, UTC) if at < 32_503_680_000_000 else None
        yield f"{key}: {value or '(taken back)'}{f', {moment:%Y-%m-%d %H:%M} UTC' if moment else ''}"
