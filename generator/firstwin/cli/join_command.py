"""`firstwin join`: the sites of which several machines made a slice each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from firstwin.cli.build_command import make_sites
from firstwin.cli.options import site_options
from firstwin.slices import slices_below


@click.command("join", epilog="Example: firstwin join build/slices --edition all")
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR...",
)
@site_options
def command(folders: tuple[Path, ...], **options: Any) -> int:
    """Build sites of the slices that `firstwin build --shard` made, on whatever machines.

    A DIR is a slice, or holds some. The sites are those that one build makes, byte for byte; a page
    that is in no slice is made.
    """
    return make_sites(options, slices=slices_below(folders))
