"""Every text and address of a project, with its place and the values it may fill in.

In: a `Catalog`. Out: `AuthorTexts`. A text is looked at once, where it was written: what a step takes
from its library entry is the entry's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import get_args

from msgspec import Struct
from pydantic import BaseModel

from firstwin.caching.memo import Memo
from firstwin.models.addresses import Address
from firstwin.models.plan import About, Origin, Persona, Plan, Step
from firstwin.models.steps.document import FormTable
from firstwin.models.table import Table
from firstwin.models.values import Markdown, Text
from firstwin.rules.part import ProjectPart
from firstwin.sources import KeyPath
from firstwin.system.fields import field_names
from firstwin.text import Inside, inside_of, links_inside, said_again
from firstwin.validate import Catalog

_TABLES = (Table, FormTable)


class AuthorText(Struct, frozen=True):
    """One text or address. Its place is `keys` below `base`.

    `entry` is the library entry whose parameters it may fill in: the one it stands in, or the one its
    step uses. Where it is the heading of a column, it stands once more at each of so many `cells`.
    """

    value: Text | Address
    base: Origin
    keys: KeyPath
    entry: str | None = None
    cells: int = 0

    @property
    def again(self) -> int:
        """How many characters the tables in it say more than once."""
        return said_again(self.value) if isinstance(self.value, Markdown) else 0

    @property
    def length(self) -> int:
        """How many characters a page shows of it, with those that it says again."""
        return (len(self.value) + self.again) * (1 + self.cells)

    @property
    def origin(self) -> Origin:
        """Where the text was written."""
        return self.base.at(*self.keys)

    @property
    def is_in_place(self) -> bool:
        """Whether its key was written, and not taken for what another one probably means."""
        return self.base.document.has((*self.base.keys, *self.keys[:1]))


class AuthorTexts(Struct, frozen=True):
    """What the authors of a project wrote, in the order of the files."""

    texts: Sequence[AuthorText]
    addresses: Sequence[AuthorText]

    @property
    def filled(self) -> Iterator[AuthorText]:
        """Whatever values are filled into."""
        return chain(self.texts, self.addresses)

    @property
    def links_inside(self) -> Iterator[tuple[AuthorText, str, Inside]]:
        """The links inside the site, each as it was typed: those in texts, and addresses that are one."""
        for text in self.texts:
            if isinstance(text.value, Markdown):
                for typed, meant in links_inside(text.value):
                    yield text, typed, meant
        for address in self.addresses:
            there = inside_of(address.value)
            if there:
                yield address, address.value, there


class _Collector:
    """Gathers texts. Lists and no generators: there are ten texts to a step."""

    def __init__(self) -> None:
        self.texts: list[AuthorText] = []
        self.addresses: list[AuthorText] = []

    def value(
        self, value: object, base: Origin, keys: KeyPath, entry: str | None = None, cells: int = 0
    ) -> None:
        """Gather the texts in a value of a model, or in the headings over so many cells."""
        if isinstance(value, Text):
            self.texts.append(AuthorText(value, base, keys, entry, cells))
        elif isinstance(value, Address):
            self.addresses.append(AuthorText(value, base, keys, entry))
        elif isinstance(value, BaseModel):
            for name, key in _fields_with_text(type(value)):
                inner = value.__dict__.get(name)
                if inner:
                    below = value.height if name == "columns" and isinstance(value, _TABLES) else 0
                    self.value(inner, base, (*keys, key), entry, below)
        elif isinstance(value, tuple):
            for position, inner in enumerate(value):
                self.value(inner, base, (*keys, position), entry)
        elif isinstance(value, dict):
            for key, inner in value.items():
                self.value(inner, base, (*keys, key), entry, cells)

    def add(self, gathered: AuthorTexts) -> None:
        """Add what was gathered before."""
        self.texts += gathered.texts
        self.addresses += gathered.addresses

    def steps(self, steps: Iterable[Step]) -> None:
        """Gather what steps say themselves."""
        for step in steps:
            content = step.content
            for name, key in _fields_with_text(type(content)):
                inner = content.__dict__.get(name)
                base = step.around(key) if inner else None
                if base:
                    self.value(inner, base, (key,), step.entry)
            for name, value in step.values.items():
                if step.origin.document.has((*step.origin.keys, "set", name)):
                    self.value(Text(value), step.origin, ("set", name))


def texts_in(part: ProjectPart, memo: Memo) -> AuthorTexts:
    """Every text and every address of a part of a project; those of a file or a plan are gathered once while the `memo` has it."""
    catalog, collector = part.catalog, _Collector()
    if part.is_common:
        _config(collector, catalog)
        for name, origin in catalog.files.items():
            if name != "plays":
                things = getattr(part.vocabulary, name)
                collector.add(
                    memo.of(("texts of a file", name), _texts_of, things, origin, (name,))
                )
        for id_, own in catalog.project.own_pages.items():
            collector.add(memo.of(("texts of a page", id_), _texts_of, own.page, own.origin, ()))
    for id_, entry in part.library.items():
        origin = catalog.project.entries[id_]
        collector.add(memo.of(("texts of an entry", id_), _texts_of, entry, origin, (), id_))
    for tier, plan in part.plans.items():
        collector.add(texts_of_each(tier, plan, memo))
    for play in part.plays.values():
        collector.value(play.title, play.origin, ("title",))
        collector.value(play.trigger, play.origin, ("trigger",))
        collector.value(play.moves, play.origin, ("moves",))
        collector.steps(play.steps)
    return AuthorTexts(collector.texts, collector.addresses)


def texts_of_each(tier: str, plan: Plan, memo: Memo) -> AuthorTexts:
    """The texts and addresses of the plan of a tier, gathered once while the `memo` has it."""
    return memo.of(("texts of a plan", tier), _texts_of_plan, plan)


def _config(collector: _Collector, catalog: Catalog) -> None:
    """The texts of the configuration that are shown; its plain values are filled in and fill nothing."""
    config = catalog.project.config
    document = next(iter(catalog.documents.values()))  # the configuration is the first
    origin = Origin(document)
    collector.value(config.title, origin, ("title",))
    collector.value(config.description, origin, ("description",))
    collector.value(config.stuck, origin, ("stuck",))
    collector.value(config.footer, origin, ("footer",))
    collector.value(config.home, origin, ("home",))


def _texts_of(value: object, base: Origin, keys: KeyPath, entry: str | None = None) -> AuthorTexts:
    collector = _Collector()
    collector.value(value, base, keys, entry)
    return AuthorTexts(collector.texts, collector.addresses)


def _texts_of_plan(plan: Plan) -> AuthorTexts:
    collector = _Collector()
    _plan(collector, plan)
    return AuthorTexts(collector.texts, collector.addresses)


def _plan(collector: _Collector, plan: Plan) -> None:
    for name in ("title", "summary", "first_day", "criteria"):
        collector.value(getattr(plan, name), plan.base_of(name), (name,))
    for name in ("named_days", "touchpoints"):
        for id_, value in getattr(plan, name).items():
            collector.value(value, plan.base_of(name, id_), (name, id_))
    for name in field_names(About):
        collector.value(getattr(plan.about, name), plan.base_of(name), (name,))
    for phase in plan.phases:
        for name in ("title", "outcome", "criteria", "headings", "deliverables", "ready_when"):
            collector.value(getattr(phase, name), phase.base_of(name), (name,))
        for name in field_names(About):
            collector.value(getattr(phase.about, name), phase.base_of(name), (name,))
        collector.steps(phase.steps)
    entries = {step.id: step.entry for step in plan.steps()}
    for persona in plan.personas.values():
        _persona(collector, persona, entries)


def _persona(collector: _Collector, persona: Persona, entries: Mapping[str, str | None]) -> None:
    if persona.listed:
        return  # its texts are those of the plan and of its role
    collector.value(persona.goal, persona.origin, ("goal",))
    collector.value(persona.summary, persona.origin, ("summary",))
    collector.value(persona.retired, persona.origin, ("retired",))
    collector.value(persona.stuck, persona.origin, ("stuck",))
    for id_, adjustment in persona.adjust.items():
        collector.value(adjustment, persona.origin, ("adjust", id_), entries.get(id_))
    for steps in persona.added.values():
        collector.steps(steps)


@cache
def _fields_with_text(model: type[BaseModel]) -> Sequence[tuple[str, str]]:
    """The fields of a model that can hold text, with their keys in YAML."""
    return [
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if _holds_text(field.annotation)
    ]


def _holds_text(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, (Address, Text, BaseModel)):
        return True
    return any(_holds_text(argument) for argument in get_args(annotation))
