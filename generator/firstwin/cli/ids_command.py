"""`firstwin ids`: the ids that are written nowhere."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.cli.lines import say
from firstwin.cli.options import config_option
from firstwin.diagnostics import visible
from firstwin.scaffold.ids import made_ids


@click.command("ids", epilog="Example: firstwin ids --write")
@click.option(
    "--write", "is_written", is_flag=True, help="Write them into the files, and nothing else."
)
@config_option
def command(config: Path, *, is_written: bool) -> int:
    """Say which ids are made of titles and texts, because none is written.

    What readers tick is kept under ids: once they are written, titles and texts may change.
    """
    files = made_ids(config, write=is_written)
    for file in files:
        for line, id_ in file.ids:
            say(f"{visible(file.path)}:{line}: {id_}")
    count = sum(len(file.ids) for file in files)
    if not count:
        say("Every id is written")
    elif is_written:
        say(f"Wrote what was missing: {_number(count, 'id')} in {_number(len(files), 'file')}")
    else:
        say("`firstwin ids --write` writes them into the files")
    return 0


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"
