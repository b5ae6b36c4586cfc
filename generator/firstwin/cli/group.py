"""The command `firstwin` itself: finding a command, and how everything ends.

In: arguments. Out: a command run, and an exit status. The modules of the commands are imported when they
are used: `firstwin --help` loads none of them.
"""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import Any, Final, NoReturn

import click

from firstwin.cli.endings import Terminated, end
from firstwin.cli.signals import listening_to_the_system
from firstwin.system.collector import collector_paused, spare_what_is_left

COMMANDS: Final = {
    "new": "Begin a project.",
    "check": "Say everything that is wrong with a project.",
    "build": "Build the site of an edition, or of several.",
    "join": "Build sites of the slices that several machines made.",
    "verify": "Say whether a published folder is what was built.",
    "serve": "Preview the site; every saved change shows at once.",
    "calendar": "Write the calendar of a guide, for a start date.",
    "ids": "Say or write the ids that are made where none is written.",
    "link": "Make the personal links of a customer.",
    "words": "Write a file to change what the site says by itself.",
    "schema": "Write the JSON Schemas an editor completes keys with.",
    "lock": "Write down what any machine installs to build the project.",
    "explain": "Explain a code such as FW203, with an example.",
    "docs": "Show the guides that come with firstwin.",
}


class _Group(click.Group):
    """Loads commands when they are asked for, and turns every end into a line and a status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click calls it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as click calls it
        if cmd_name not in COMMANDS:
            return None
        with collector_paused():  # hardly anything that modules make goes before the program ends
            command: click.Command = import_module(f"firstwin.cli.{cmd_name}_command").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"There is no command `{args[0]}`.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as click calls it
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        sys.exit(self._status(args, {**kwargs, "standalone_mode": False}))

    def _status(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> int:
        try:
            with listening_to_the_system():
                status = super().main(*args, **kwargs)
        except (Exception, KeyboardInterrupt, Terminated) as error:  # noqa: BLE001  # whatever it is, it is said
            return end(error)
        return status if isinstance(status, int) else 0


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: firstwin new onboarding && cd onboarding && firstwin serve",
)
@click.version_option(package_name="firstwin", message="firstwin %(version)s")
def cli() -> None:
    """Turn YAML onboarding playbooks into a guide site.

    Exit status: 0 when all is well, 1 when there are problems, 2 when a command was used wrongly.
    """


def main() -> NoReturn:
    """Run the command line and end the program."""
    # Whatever else is installed has no say in how a playbook is read; to look for such things takes longer than to read one.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    if isinstance(sys.stdout, TextIOWrapper):  # a name may hold what the terminal has no sign for
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="firstwin")
    finally:
        spare_what_is_left()
