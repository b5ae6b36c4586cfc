"""`firstwin` and `python -m firstwin`: the command line.

It listens for interruptions before it loads anything else: until a command is at work, nothing has to be tidied up.
"""

from __future__ import annotations

from typing import NoReturn

from firstwin.system.interruptions import end_when_asked


def main() -> NoReturn:
    """Run the command line and end the program."""
    end_when_asked()
    from firstwin.cli import main as run  # noqa: PLC0415  # it takes as long to load as many a command takes

    run()


if __name__ == "__main__":
    main()
