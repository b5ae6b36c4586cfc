"""Files as small as they can be, with one list or mapping in them as large as one likes.

In: the outlines of the models. Out: `Collection`s. They are read from the models, so that a list which a model gets
tomorrow is among them without anybody thinking of it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

from firstwin.models.addresses import EDIT_EXAMPLE
from firstwin.schema.files import FILES
from firstwin.schema.outline import REFERENCE, FileOutline, JsonSchema, outline

MakeId = Callable[[], str]
Way = tuple[str, ...]

ENTRY = "[]"
"""A step on a way: from a list or mapping to what is in it."""

_PLACES: Mapping[str, str] = {
    "playbook": "playbooks/team/playbook.yml",
    "phase": "playbooks/team/phases/look-back.yml",
    "persona": "playbooks/team/admin.yml",
    "library": "playbooks/library/report-quiz.yml",
    "customer": "customers/acme.yml",
    "page": "pages/questions.yml",
}
"""The file of the small project that is a sample, where a kind has no file of its own."""

_IDS: Mapping[str, str] = {"tier": "team", "persona": "admin", "use": "connect-sso"}
_VALUES: Mapping[str, str] = {
    "text": "Some words",
    "name": "Some words",
    "line": "Some words",
    "start date": "2026-11-02",
    "address of a person": "mailto:ada@acme.example",
    "Markdown": "Some words",
    "Markdown line": "Some words",
    "Markdown with headings": "Some words",
    "id": "csm",
    "one id or two": "csm",
    "number": "5",
    "minutes": "30-60",
    "time limit": "4 hours",
    "true or false": "true",
    "address": "https://acme.example/",
    "address of a link": "https://acme.example/",
    "host": "https://media.acme.example",
    "page": "tutorial:connect-sso",
    "edit address": EDIT_EXAMPLE,
    "path": "images/new-app.svg",
    "folder": "playbooks",
    "colour": "#0f4c81",
    "country": "DE",
    "years": "2026-2027",
    "date": "2026-11-02",
    "day": "5",
    "answer": "yes",
    "window": "3",
    "condition": "data-migration",
    "1": "1",
}
"""A value of each kind that is right somewhere in the small project."""


@dataclass(frozen=True)
class Collection:
    """A list or mapping of some model, and the way to it from the root of a file.

    A way is made of keys, of `[]` for an entry, and of `<meeting>` for a choice.
    """

    kind: str
    way: Way

    def __str__(self) -> str:
        return f"{self.kind}:{'.'.join(self.way)}"

    @property
    def path(self) -> str:
        """The file of the small project in whose place such a file is put."""
        return path_of(self.kind)

    def file(self, size: int, make_id: MakeId) -> str:
        """A file with so many entries. `make_id` gives the ids that refer to something."""
        sampler = _Sampler(outlines()[self.kind], make_id)
        return as_yaml(sampler.along(self.way, lambda part: sampler.collection(part, size)))


@dataclass(frozen=True)
class Field:
    """A value of some model that is written in a way of its own, and the way to it from the root of a file."""

    kind: str
    way: Way
    written_as: str

    def __str__(self) -> str:
        return f"{self.kind}:{'.'.join(self.way)} ({self.written_as})"

    @property
    def path(self) -> str:
        """The file of the small project in whose place such a file is put."""
        return path_of(self.kind)

    def file(self, written: str) -> str:
        """A file in which the field is written so."""
        sampler = _Sampler(outlines()[self.kind], lambda: "csm")
        return as_yaml(sampler.along(self.way, lambda _: written))


def path_of(kind: str) -> str:
    """The file of the small project that is of a kind."""
    return _PLACES.get(kind, FILES[kind].place)


def as_yaml(data: object, depth: int = 0) -> str:
    """Data as a person writes it, each text as it stands."""
    lead = "  " * depth
    if isinstance(data, dict):
        return "".join(f"{lead}{key}:{_below(value, depth)}" for key, value in data.items())
    if isinstance(data, list):
        return "".join(f"{lead}-{_below(value, depth)}" for value in data)
    return f"{lead}{data}\n"


def _below(value: object, depth: int) -> str:
    if isinstance(value, dict | list) and value:
        return "\n" + as_yaml(value, depth + 1)
    return f" {'[]' if value == [] else '{}' if value == {} else value}\n"


@cache
def outlines() -> Mapping[str, FileOutline]:
    """What a file of each kind may hold. It takes a second or two: who asks for it is in the group of that name."""
    return {name: outline(kind.root) for name, kind in FILES.items()}


def collections(kind: str) -> list[Collection]:
    """The lists and mappings of a file of a kind: of all models each once, however many ways lead to it."""
    return [each for each in _collections() if each.kind == kind]


def fields(kind: str) -> list[Field]:
    """A field for each way in which a value is written, and for each key that may change what is said of it.

    Of these those in a file of a kind.
    """
    return [each for each in _fields() if each.kind == kind]


@cache
def _collections() -> tuple[Collection, ...]:
    found: dict[str, Collection] = {}
    for kind in outlines():
        for way, name, part in parts(kind):
            if "propertyNames" in part or part.get("type") == "array":
                found.setdefault(name, Collection(kind, way))
    return (*found.values(),)


@cache
def _fields() -> tuple[Field, ...]:
    found: dict[tuple[str, str], Field] = {}
    for kind in outlines():
        for way, _, part in parts(kind):
            written_as = part.get("x-kind", "word" if "enum" in part else "")
            if written_as:
                found.setdefault((written_as, way[-1]), Field(kind, way, written_as))
    return (*found.values(),)


def parts(kind: str) -> Iterator[tuple[Way, str, JsonSchema]]:
    """What a file of a kind may hold: the shortest way to it, the name of its key, and its outline."""
    each = outlines()[kind]
    waiting: deque[tuple[Way, str, JsonSchema]] = deque([((), kind, each.root)])
    seen: set[str] = set()
    while waiting:
        way, name, part = waiting.popleft()
        whole = _resolved(each, part)
        title = str(whole.get("title", kind))
        if part is not whole:
            if part["$ref"] in seen:
                continue
            seen.add(part["$ref"])
        yield way, name, whole
        for tag, inner in whole.get("x-variants", {}).items():
            waiting.append(((*way, f"<{tag}>"), name, inner))
        for key, inner in whole.get("properties", {}).items():
            waiting.append(((*way, key), f"{inner.get('x-from', title)}.{key}", inner))
        for keyword in ("items", "additionalProperties"):
            if isinstance(whole.get(keyword), dict):
                waiting.append(((*way, ENTRY), f"{name}{ENTRY}", whole[keyword]))


def _resolved(each: FileOutline, part: JsonSchema) -> JsonSchema:
    return each.models[part["$ref"].removeprefix(REFERENCE)] if "$ref" in part else part


class _Sampler:
    """Makes data of outlines."""

    def __init__(self, each: FileOutline, make_id: MakeId) -> None:
        self._outline = each
        self._make_id = make_id
        self._numbers = count()

    def along(self, way: Way, make: Callable[[JsonSchema], object]) -> object:
        """The data of a file in which `make` makes what is at the end of a way."""
        return self._along(self._outline.root, way, make)

    def _along(self, part: JsonSchema, way: Way, make: Callable[[JsonSchema], object]) -> object:
        part = _resolved(self._outline, part)
        if not way:
            return make(part)
        first, rest = way[0], way[1:]
        if first.startswith("<"):
            return self._along(part["x-variants"][first[1:-1]], rest, make)
        if first == ENTRY:
            inner = self._along(part.get("items") or part["additionalProperties"], rest, make)
            return [inner] if "items" in part else {self._fresh(): inner}
        data = self.value(part, first)
        assert isinstance(data, dict)
        return data | {first: self._along(part["properties"][first], rest, make)}

    def value(self, part: JsonSchema, key: str = "") -> object:
        """The least that is right for an outline."""
        part = _resolved(self._outline, part)
        if "x-variants" in part:
            return self.value(next(iter(part["x-variants"].values())))
        if "properties" in part:
            needed = part.get("required", ())
            return {name: self.value(part["properties"][name], name) for name in needed}
        if "enum" in part:
            return str(part["enum"][0])
        if "x-kind" in part:
            return self._scalar(part["x-kind"], key)
        return self.collection(part, int(part.get("minItems") or part.get("minProperties") or 0))

    def collection(self, part: JsonSchema, size: int) -> object:
        """A list or mapping with so many entries."""
        if part.get("type") == "array":
            refers = part["items"].get("x-kind") == "id"
            return [self._make_id() if refers else self.value(part["items"]) for _ in range(size)]
        return {self._fresh(): self.value(part["additionalProperties"]) for _ in range(size)}

    def _scalar(self, kind: str, key: str) -> str:
        if kind == "id" and key == "id":
            return self._fresh()
        return _IDS.get(key, _VALUES[kind])

    def _fresh(self) -> str:
        return f"made-{next(self._numbers)}"
