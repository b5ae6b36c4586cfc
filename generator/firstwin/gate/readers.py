"""Who may read what, read from the documents themselves.

In: `Sources`. Out: for each tier, role, library entry, phase and step, how wide its readership is: 3 for everybody,
2 without customers, 1 for the team alone. This is a second reading of what the authoring guide says about audiences, on
purpose: the first one is what the gate tests. Closed by default: what is not plain is for the team.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from msgspec import Struct

from firstwin.sources import Sources

Width = int

EVERYBODY: Final = 3
PARTNERS: Final = 2
TEAM: Final = 1

WIDTHS: Final[Mapping[object, Width]] = {
    "customer": EVERYBODY,
    "partner": PARTNERS,
    "internal": TEAM,
}
_SIDES: Final[Mapping[object, Width]] = {
    "customer": EVERYBODY,
    "partner": PARTNERS,
    "vendor": TEAM,
}
KEYED: Final = frozenset(
    {
        *("tiers", "roles", "metrics", "contacts", "conditions", "plays", "glossary", "failures"),
        *("methods", "items", "fields", "actions", "sessions", "questions", "options", "why_not"),
        *("answers", "touchpoints", "named_days", "parameters", "set", "add", "adjust", "minutes"),
        *("targets", "steps", "headings", "late", "when", "columns", "rows", "tests", "redirects"),
        *("move", "paths", "decided", "tables"),
        *("still_open", "technical", "user", "value", "ready_when"),
    }
)
"""Fields whose mappings have ids for keys. An id may be called as a field is: `use`, `notes`."""

KEYED_LISTS: Final = frozenset({"rows"})
"""Those of them whose entries are such mappings, in a list or by id."""

_OF_THE_TEAM: Final = frozenset({"failures", "methods", "plays"})
"""Vocabularies whose entries are for the team where they do not say."""

_FIGURES_OF_THE_TEAM: Final = frozenset({"economics", "source", "benchmark"})
"""What a tier brings, where a figure comes from, and what others reach."""


class DocumentPlace(Struct, frozen=True):
    """Where a document lies below the playbooks: its folder, and its name without an ending."""

    folder: str
    name: str

    @property
    def vocabulary(self) -> str:
        """The name of a vocabulary; empty for what is none."""
        return "" if self.folder else self.name

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of the library."""
        return self.folder.split("/")[0] == "library"

    @property
    def tier(self) -> str:
        """The tier whose plan it belongs to; empty where it belongs to none."""
        return "" if self.is_entry else self.folder.split("/")[0]

    @property
    def phase(self) -> str:
        """The phase that it is; empty for what is none."""
        return self.name if self.tier and "/" in self.folder else ""

    @property
    def persona(self) -> str:
        """The role whose guide it is about; empty where it is about nobody's."""
        is_one = self.tier and not self.phase and self.name != "playbook"
        return self.name if is_one else ""


class Readership:
    """Knows how wide the readership of everything is that other things refer to."""

    def __init__(self, sources: Sources) -> None:
        self.places = {
            path: place_of(path, sources.folders.playbooks) for path in sources.documents
        }
        self._data = {path: document.data for path, document in sources.documents.items()}
        plans = {
            place.tier: said_by(self._data[path])
            for path, place in self.places.items()
            if place.tier and place.name == "playbook"
        }
        self.tiers = {
            id_: min(said_by(tier), plans.get(id_, EVERYBODY))
            for id_, tier in self._entries("tiers")
        }
        self.roles = {
            id_: _SIDES.get(role.get("side"), TEAM)
            for id_, role in self._entries("roles")
            if isinstance(role, dict)
        }
        self._said = {
            place.name: said_by(self._data[path])
            for path, place in self.places.items()
            if place.is_entry
        }
        self._library = self._said
        self._steps = {tier: dict(self._steps_of(tier)) for tier in self.tiers}

    def of_document(self, path: str) -> Width:
        """Who may read a document at all."""
        place = self.places[path]
        if place.is_entry:
            return self._library[place.name]
        if not place.tier:
            return EVERYBODY
        own = self.roles.get(place.persona, TEAM) if place.persona else EVERYBODY
        return min(self.tiers.get(place.tier, TEAM), own)

    def of_mapping(self, value: Mapping[Any, Any], vocabulary: str) -> Width:
        """Who may read a mapping of fields by what it says itself; `vocabulary` is the one it is an entry of."""
        own = TEAM if vocabulary in _OF_THE_TEAM and "audience" not in value else said_by(value)
        if "use" in value:
            own = min(own, self._library.get(value["use"], TEAM))
        tiers = value.get("tiers") if vocabulary else None
        if isinstance(tiers, list) and tiers:
            own = min(own, max(self.tiers.get(tier, TEAM) for tier in tiers))
        return own

    def of_key(self, key: str, field: str, place: DocumentPlace) -> Width:
        """Who may read what stands at a key of the mapping that is the value of a field."""
        if field in ("steps", "targets"):
            return self.tiers.get(key, TEAM)
        if field in ("add", "adjust", "headings"):
            return self._steps.get(place.tier, {}).get(key, TEAM)
        if field == "notes":
            return WIDTHS.get(key, TEAM)
        if field not in KEYED and key in ("acceptance", "raci"):
            return PARTNERS
        return TEAM if field not in KEYED and key in _FIGURES_OF_THE_TEAM else EVERYBODY

    def cut_library(self, uses: Mapping[str, Width]) -> None:
        """Let an entry be for those alone who see it used."""
        self._library = {id_: min(width, uses.get(id_, TEAM)) for id_, width in self._said.items()}

    def _entries(self, vocabulary: str) -> Iterator[tuple[str, Any]]:
        for path, place in self.places.items():
            data = self._data[path]
            entries = data.get(vocabulary) if isinstance(data, dict) else None
            if place.vocabulary == vocabulary and isinstance(entries, dict):
                yield from entries.items()

    def _steps_of(self, tier: str) -> Iterator[tuple[str, Width]]:
        """The phases and steps of a plan, those that personas add as well."""
        for path, place in self.places.items():
            if place.tier in self._stood_on(tier):
                width = self.of_document(path)
                if place.phase:
                    yield place.phase, min(width, said_by(self._data[path]))
                yield from self._named_in(self._data[path], width)

    def _stood_on(self, tier: str) -> list[str]:
        """A tier, and those whose plans its plan extends, one after the other."""
        way: list[str] = []
        name: object = tier
        while isinstance(name, str) and name not in way:
            way.append(name)
            data = next(
                (
                    self._data[path]
                    for path, place in self.places.items()
                    if (place.tier, place.name) == (name, "playbook")
                ),
                None,
            )
            name = data.get("extends") if isinstance(data, dict) else None
        return way

    def _named_in(self, value: Any, width: Width, field: str = "") -> Iterator[tuple[str, Width]]:
        if isinstance(value, dict) and field in KEYED:
            for inner in value.values():
                yield from self._named_in(inner, width, field if field in KEYED_LISTS else "")
        elif isinstance(value, dict):
            width = min(width, self.of_mapping(value, ""))
            name = value.get("id", value.get("use"))
            if isinstance(name, str):
                yield name, width
            for key, inner in value.items():
                yield from self._named_in(inner, width, key)
        elif isinstance(value, list):
            for inner in value:
                yield from self._named_in(inner, width, field if field in KEYED_LISTS else "")


def place_of(path: str, playbooks: str) -> DocumentPlace:
    """Where a document lies."""
    below = PurePosixPath(path.removeprefix(f"{playbooks.rstrip('/')}/"))
    folder = below.parent.as_posix()
    return DocumentPlace("" if folder == "." else folder, below.stem)


def said_by(value: object) -> Width:
    """Who may read a thing by the audience it names; everybody where it names none. A draft is the team's."""
    if isinstance(value, dict) and value.get("draft") in ("true", "True", "TRUE"):
        return TEAM
    if not isinstance(value, dict) or value.get("audience") is None:
        return EVERYBODY
    return WIDTHS.get(value["audience"], TEAM)
