"""Options that several commands share.

In: nothing. Out: decorators. An option means the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from firstwin.errors import WrongUseError

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CONFIG: Final = "site_config.yml"
EDITIONS: Final = ("customer", "partner", "internal")
ENGINES: Final = ("mkdocs", "zensical")


def _existing(_context: click.Context, _parameter: click.Parameter, config: Path) -> Path:
    if not config.exists():
        where = f"in {config.parent}" if config.parent != Path() else "in this folder"
        raise WrongUseError(
            f"there is no {config.name} {where}",
            "run the command in a project's folder, name the file with --config, or begin a project "
            "with `firstwin new DIR`",
        )
    return config


config_option: Decorator = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG,
    show_default=True,
    callback=_existing,
    metavar="FILE",
    help="The project's configuration.",
)

format_option: Decorator = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are written: for people, for programs, as annotations of GitHub.",
)

strict_option: Decorator = click.option(
    "--strict/--no-strict",
    default=True,
    show_default=True,
    help="Whether warnings count as problems.",
)

engine_option: Decorator = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="mkdocs",
    show_default=True,
    help="What turns the pages into HTML; zensical needs firstwin[zensical].",
)
