"""`firstwin new`: a project to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.scaffold import REQUIREMENTS, new_project


@click.command("new", epilog="Example: firstwin new onboarding")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--reference",
    is_flag=True,
    help="Copy all the reference playbooks instead of the small project.",
)
def command(folder: Path, *, reference: bool) -> int:
    """Begin a project in DIR: playbooks, configuration, and what an editor and a CI need.

    DIR must be empty or not there yet.
    """
    files = new_project(folder, reference=reference)
    click.echo(f"Wrote {len(files)} files to {folder}")
    click.echo(f"Next: cd {folder} && firstwin serve")
    if folder / REQUIREMENTS not in files:
        click.echo("Before CI can run: firstwin lock --wheel FILE, with the wheel of firstwin")
    return 0
