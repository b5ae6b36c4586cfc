"""How a command ends that could not go on.

In: an exception. Out: lines that say what happened and what to do, and an exit status. A fault of ours is shown as Python
shows it; its text may hold anything an author wrote, so that goes the way of all that is written.
"""

from __future__ import annotations

import traceback
from typing import Final

import click

from firstwin.cli.lines import complain, say
from firstwin.errors import FirstwinError, WrongUseError
from firstwin.system.refusals import in_words

PROBLEMS: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130
_BY_SIGNAL: Final = 128


class Terminated(BaseException):
    """The system asks us to end, by the number of a signal: everything is cleaned up as after an interruption."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.status = _BY_SIGNAL + number


def end(error: BaseException) -> int:
    """Say why a command ends; its exit status."""
    match error:
        case click.ClickException():
            _say_wrong_use(error)
            return WRONG_USE
        case FirstwinError():
            complain(error.message, error.hint)
            return WRONG_USE if isinstance(error, WrongUseError) else PROBLEMS
        case OSError():
            refusal = in_words(error)
            complain(refusal.message, refusal.hint)
            return PROBLEMS
        case click.Abort() | KeyboardInterrupt():
            say("Interrupted.", err=True)
            return INTERRUPTED
        case Terminated():
            say("Terminated.", err=True)
            return error.status
        case _:
            say(*"".join(traceback.format_exception(error)).rstrip().split("\n"), err=True)
            complain("this is a fault of firstwin", "report it with the lines above")
            return PROBLEMS


def _say_wrong_use(error: click.ClickException) -> None:
    if isinstance(error, click.UsageError) and error.ctx:
        usage = error.ctx.get_usage().split("\n")
        say(*usage, f"Try '{error.ctx.command_path} --help' for help.", "", err=True)
    complain(error.format_message())
