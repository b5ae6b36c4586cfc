"""Options that several commands share.

In: nothing. Out: decorators. An option means the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from firstwin.errors import WrongUseError
from firstwin.names import CONFIG

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

MOST_FOLDERS_UP: Final = 4
"""How far up a project's folder is looked for: its own folders are not deeper."""
EDITIONS: Final = ("customer", "partner", "internal")
ENGINES: Final = ("mkdocs", "zensical")


def existing(config: Path) -> Path:
    """The configuration, if it is there. Raises WrongUseError with the way out where it is not."""
    if not config.exists():
        where = f"in {config.parent}" if config.parent != Path() else "in this folder"
        hint = _nearby(config) or (
            "run the command in a project's folder, name the file with --config, or begin a project "
            "with `firstwin new DIR`"
        )
        raise WrongUseError(f"there is no {config.name} {where}", hint)
    return config


def _nearby(config: Path) -> str:
    """The hint where the file has another ending, or stands in a folder above."""
    other = config.with_suffix(".yaml")
    if config.suffix == ".yml" and other.exists():
        return f"rename {other} to {config.name}"
    above = config.parent
    for _ in range(MOST_FOLDERS_UP if config.name == CONFIG else 0):
        above /= ".."
        if (above / config.name).exists():
            return f"run the command in {above}, or add --config {above / config.name}"
    return ""


def _existing(_context: click.Context, _parameter: click.Parameter, config: Path) -> Path:
    return existing(config)


_config_option = partial(
    click.option,
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG,
    show_default=True,
    metavar="FILE",
    help="The project's configuration.",
)
config_option: Decorator = _config_option(callback=_existing)
optional_config_option: Decorator = _config_option()
"""Of a command that does not always need a project: where it does, it asks for the `existing` one."""

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

build_dir_option: Decorator = click.option(
    "--build-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the pages are written before they become a site.  [default: build]",
)

engine_option: Decorator = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="mkdocs",
    show_default=True,
    help="What turns the pages into HTML; zensical has to be installed.",
)


def site_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every command takes that makes sites."""
    options: list[Decorator] = [
        click.option(
            "--edition",
            "editions",
            type=click.Choice([*EDITIONS, "all"]),
            multiple=True,
            default=["customer"],
            show_default=True,
            help="Whom the site is for. May be given more than once.",
        ),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Where the sites are written, each into a folder of its own.  [default: site]",
        ),
        build_dir_option,
        click.option(
            "--manifest",
            is_flag=True,
            help="Write a manifest beside each site: every file, its hash, what it was made of.",
        ),
        click.option(
            "--gate",
            is_flag=True,
            help="Look through every byte of each site for what is not for its audience.",
        ),
        click.option(
            "--offline",
            is_flag=True,
            help="Make sites that work from a disk, without a server: site/customer-offline.",
        ),
        click.option(
            "--processes",
            type=click.IntRange(min=1),
            metavar="NUMBER",
            help="How many make pages at the same time.  [default: one a processor, at most 8]",
        ),
        config_option,
        format_option,
        strict_option,
    ]
    for option in reversed(options):
        command = option(command)
    return command


def not_on_a_cluster(engine: str) -> WrongUseError:
    """What is said to whoever wants another engine on a cluster."""
    return WrongUseError(
        f"--engine {engine} does not go with --cluster", "slices are made with mkdocs"
    )
