"""What the rules advise on a project, while its pages are made already.

In: a project as `load_for_now` has it. Out: the same with all that is wrong with it in its report; an exception, as soon as
it is known that no site is to be made with it. Most builds are of projects that were checked: they need not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from firstwin.diagnostics import Diagnostic, Report
from firstwin.loading import Loaded, with_advice
from firstwin.system.meanwhile import Pending, made_meanwhile


class StoppedError(Exception):
    """No site is to be made of a project, for what its report says."""

    def __init__(self, report: Report) -> None:
        super().__init__("no site is to be made with what is wrong")
        self.report = report


class Advice:
    """What the rules advise on a project. `checked` is called once it is known to stop nothing."""

    def __init__(
        self,
        loaded: Loaded,
        advice: Pending[list[Diagnostic]],
        checked: Callable[[Loaded], None],
        *,
        strict: bool,
    ) -> None:
        self._loaded = loaded
        self._advice = advice
        self._checked = checked
        self._strict = strict

    @cached_property
    def loaded(self) -> Loaded:
        """The project with all that is wrong with it in its report: one waits for it."""
        return with_advice(self._loaded, self._advice.result)

    @cached_property
    def settled(self) -> Loaded:
        """The same of a project that a site may be made of. Raises StoppedError where it is none."""
        if not self.loaded.report.ok(strict=self._strict):
            raise StoppedError(self.loaded.report)
        self._checked(self.loaded)
        return self.loaded

    def look(self, _: int = 0) -> None:
        """Go on, unless it is known to be none. Raises StoppedError where it is; one does not wait for it."""
        if self._advice.is_there:
            _settled = self.settled


@contextmanager
def advised(
    loaded: Loaded,
    ask: Callable[[], list[Diagnostic]],
    processes: int,
    checked: Callable[[Loaded], None],
    *,
    strict: bool,
) -> Iterator[Advice]:
    """Have another process `ask` the rules, where there may be several, for as long as one is in here."""
    with made_meanwhile(ask, processes) as advice:
        yield Advice(loaded, advice, checked, strict=strict)
