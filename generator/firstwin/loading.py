"""A project as it was read, with everything that is wrong with it: stages 1 to 3.

In: the path of a `site_config.yml`. Out: a `Loaded`, whose catalog the sites are made of, and whose report is what `firstwin check`
says. Nothing that lays out or builds is imported: whoever checks does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from firstwin.caching.memo import Memo
from firstwin.caching.store import Store
from firstwin.diagnostics import Diagnostic, Report, Severity, in_order
from firstwin.models.made_ids import with_made_ids
from firstwin.rules import StoredFindings, as_draft, lint, linting
from firstwin.rules.unfinished import Drafts
from firstwin.sources import CONFIG, ProjectFolders, Sources, read
from firstwin.system import clock
from firstwin.system.collector import collector_paused
from firstwin.validate import Catalog, validate

_ERRORS: Final = frozenset({Severity.ERROR})
_ADVICE: Final = frozenset(Severity) - _ERRORS


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as it was read. `catalog` is None where too little of it could be read."""

    config: Path
    project: Path
    catalog: Catalog | None
    report: Report
    sources: Sources = field(repr=False)

    @property
    def folders(self) -> ProjectFolders:
        """The folders that the configuration names."""
        return self.sources.folders


@collector_paused()
def load(
    config: str | Path = CONFIG, *, today: date | None = None, customers: Iterable[Path] = ()
) -> Loaded:
    """Read the project of a configuration file and find everything that is wrong with it.

    `customers` are files of customers that may lie outside of the project. `today` is the day on which a review counts as
    overdue; without it, the day it is. Raises WrongUseError where `SOURCE_DATE_EPOCH` names no day; what cannot be read is
    in the report.
    """
    memo = Memo()
    loaded = load_for_now(config, today=today, customers=customers, memo=memo)
    return with_advice(loaded, advice_on(loaded, today=today, memo=memo))


@collector_paused()
def load_for_now(  # noqa: PLR0913  # each has its default, and most callers name one
    config: str | Path = CONFIG,
    *,
    today: date | None = None,
    customers: Iterable[Path] = (),
    memo: Memo | None = None,
    store: Store | None = None,
    hides_drafts: bool = True,
) -> Loaded:
    """Read a project and find whether a site can be made of it: the advice of the rules is still to come.

    What the rules found in a plan that is the same is not looked for again, where it lies in the `store`. Where nothing
    `hides_drafts`, all see what they will see of them.
    """
    config = Path(config)
    sources, found = read(config, customers, memo)
    sources = with_made_ids(sources, memo or Memo())
    catalog, faults = validate(sources, memo, hides_drafts=hides_drafts)
    loaded = Loaded(config, sources.root.absolute(), catalog, Report((*found, *faults)), sources)
    stored = _stored(loaded, store, hides_drafts=hides_drafts)
    errors = lint(catalog, today or clock.today(), _ERRORS, memo, stored) if catalog else []
    unseen = catalog.losses.named() if catalog else ()
    report = Report(tuple(in_order([*found, *faults, *errors])), sources.lines, unseen)
    return replace(loaded, report=report)


def advice_on(
    loaded: Loaded,
    *,
    today: date | None = None,
    memo: Memo | None = None,
    store: Store | None = None,
) -> list[Diagnostic]:
    """What the rules advise on a project that hides its drafts; of plans that are the same, as it lies in the `store`."""
    if loaded.catalog is None:
        return []
    stored = _stored(loaded, store)
    return lint(loaded.catalog, today or clock.today(), _ADVICE, memo, stored)


def with_advice(loaded: Loaded, advice: Iterable[Diagnostic]) -> Loaded:
    """The project with what the rules advise in its report."""
    found = tuple(in_order([*loaded.report.diagnostics, *advice]))
    return replace(loaded, report=replace(loaded.report, diagnostics=found))


def advising(
    loaded: Loaded, memo: Memo, store: Store | None = None, *, hides_drafts: bool = True
) -> Iterator[Loaded | None]:
    """Look for what the rules advise, step by step: nothing for each, and at last the project with it in its report."""
    if loaded.catalog is None:
        yield loaded
        return
    stored = _stored(loaded, store, hides_drafts=hides_drafts)
    for advice in linting(loaded.catalog, clock.today(), _ADVICE, memo, stored):
        yield None if advice is None else with_advice(loaded, advice)


def check(config: str | Path = CONFIG, *, today: date | None = None, draft: bool = False) -> Report:
    """Find everything that is wrong with a project. Nothing is written. Raises what `load` raises.

    What is merely unfinished in a `draft` is noted, and stops nothing.
    """
    report = load(config, today=today).report
    return replace(report, diagnostics=tuple(as_draft(report.diagnostics))) if draft else report


def _stored(
    loaded: Loaded, store: Store | None, *, hides_drafts: bool = True
) -> StoredFindings | None:
    """What the rules found in plans before.

    Nothing of a project that is not whole, or of which anything bad is known yet: there one file says something of another.
    """
    catalog = loaded.catalog
    if not (store and catalog) or catalog.losses or catalog.left_out or loaded.report.diagnostics:
        return None
    project = catalog.project
    hides_drafts = hides_drafts or not Drafts(project)  # without drafts it is all the same
    return StoredFindings(store, loaded.sources, project.plans, hides_drafts=hides_drafts)
