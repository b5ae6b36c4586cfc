"""The command line: `firstwin` and its commands, which `group` lists.

In: arguments. Out: lines in a terminal, and an exit status: 0 clean, 1 problems, 2 wrong use. Commands are
thin: they ask the public functions and say what came of it.
"""

from firstwin.cli.group import cli, main

__all__ = ["cli", "main"]
