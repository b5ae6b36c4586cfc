"""The exceptions of firstwin: what makes it impossible to go on.

In: nothing. Out: one small hierarchy, independent of the command line. A fault in an author's file is
never an exception but a `Diagnostic`; these are for a folder that must not be written to, an engine
that is not installed, a disk that is full.
"""


class FirstwinError(Exception):
    """firstwin cannot go on. `message` is one line; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedError(FirstwinError):
    """The system refused something: a full disk, a folder that may only be read."""


class WrongUseError(FirstwinError):
    """What was asked for cannot be done: another path, option or installation is needed."""
