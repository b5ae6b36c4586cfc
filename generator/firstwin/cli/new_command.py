"""`firstwin new`: a project to begin with."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

import click

from firstwin.cli.lines import say
from firstwin.diagnostics import visible
from firstwin.scaffold import REQUIREMENTS, new_project

_OURS: Final = {"README.md": "", ".gitignore": ": let it name /build/ and /site/"}
"""What may have been there already."""


@click.command("new", epilog="Example: firstwin new onboarding")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--reference",
    is_flag=True,
    help="Copy all the reference playbooks instead of the small project.",
)
def command(folder: Path, *, reference: bool) -> int:
    """Begin a project in DIR: playbooks, configuration, and what an editor and a CI need.

    DIR must be empty or not there yet; `.git`, a README and a LICENSE may be in it, and stay.
    """
    files = new_project(folder, reference=reference)
    way = "" if folder == Path() else f"cd {_for_shell(folder)} && "
    say(f"Wrote {len(files)} files to {folder}")
    for name, hint in _OURS.items():
        if folder / name not in files:
            say(f"Left {name} as it is{hint}")
    say(f"Next: {way}firstwin serve")
    if folder / REQUIREMENTS not in files:
        say("Before CI can run: firstwin lock --wheel FILE, with the wheel of firstwin")
    return 0


def _for_shell(folder: Path) -> str:
    """A folder as a shell takes it, in signs that do nothing else."""
    name = f"./{folder}" if str(folder).startswith("-") else str(folder)
    if sys.platform == "win32":
        return subprocess.list2cmdline([name])
    quoted = shlex.quote(name)
    if visible(quoted) == quoted:
        return quoted
    letters = (
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\x{byte:02x}"
        for byte in os.fsencode(name)
    )
    return f"$'{''.join(letters)}'"
