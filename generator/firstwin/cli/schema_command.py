"""`firstwin schema`: what an editor completes and explains keys with."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.cli.lines import say
from firstwin.schema import write_schemas
from firstwin.system.refusals import writing


@click.command("schema", epilog="Example: firstwin schema --write schemas")
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder the schemas are written into.",
)
def command(folder: Path) -> int:
    """Write the JSON Schemas of all kinds of files into a folder.

    Editors with a YAML language server find them by the first line of each playbook file.
    """
    with writing(folder):
        schemas = write_schemas(folder)
    say(f"Wrote {len(schemas)} schemas to {folder}")
    return 0
