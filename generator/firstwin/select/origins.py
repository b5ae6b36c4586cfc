"""What an edition keeps of its origins: files and lines, and no document.

In: origins that look their place up in a document. Out: origins that know the lines of what is left.
A document holds everything its author wrote, for whichever audience; from here on nobody can reach one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from firstwin.diagnostics import Span
from firstwin.models.plan import Origin, Persona, Step
from firstwin.models.steps.content import Content
from firstwin.sources import KeyPath


class Lines(Struct, frozen=True):
    """A file of which nothing is known but the line of one value and of keys of it that are left."""

    path: str
    line: int
    keys: Mapping[KeyPath, int]

    def span(self, keys: KeyPath = ()) -> Span:
        """The line of the value at `keys`; that of the whole where it is not known."""
        line = self.line_of(keys)
        return Span(self.path, line, 1, line, 1)

    def key_span(self, keys: KeyPath) -> Span:
        """The line of the key that ends `keys`."""
        return self.span(keys)

    def line_of(self, keys: KeyPath) -> int:
        """The line of the key that ends `keys`."""
        return self.keys.get(keys, self.line)

    def lines_below(self, keys: KeyPath) -> dict[str, int]:
        """The lines of the keys that are left below `keys`."""
        return {str(way[-1]): line for way, line in self.keys.items() if way[:-1] == keys}

    def has(self, keys: KeyPath) -> bool:
        """Whether the line of the value at `keys` is known."""
        return keys in self.keys


def without_document(origin: Origin, below: Iterable[KeyPath] = ()) -> Origin:
    """The origin with its own line and those of the values `below`, and no content."""
    keys = {way: origin.at(*way).line for way in below}
    return Origin(Lines(origin.path, origin.line, keys))


def step_origins(step: Step, content: Content) -> tuple[Origin, dict[str, Origin]]:
    """The origin of a step with the lines of the fields `content` still says something in.

    Those that stand somewhere else have an origin of their own, as in the catalog.
    """
    names = tuple(_filled_keys(step, content))
    own = [name for name in names if name not in step.origins]
    line = step.origin.line
    line_of = step.origin.document.lines_below(step.origin.keys)
    lines: dict[KeyPath, int] = {(name,): line_of.get(name, line) for name in own}
    origin = Origin(Lines(step.origin.path, line, lines))
    elsewhere = {
        name: without_document(step.origins[name]) for name in names if name in step.origins
    }
    return origin, elsewhere


def persona_origin(persona: Persona) -> Origin:
    """The origin of a persona's file, with the lines of what it adjusts."""
    adjusted = [
        ("adjust", step, name)
        for step, adjustment in persona.adjust.items()
        for name in sorted(adjustment.model_fields_set)
        if getattr(adjustment, name) is not None
    ]
    return without_document(persona.origin, adjusted)


def _filled_keys(step: Step, content: Content) -> Iterator[str]:
    """The fields of a step that say something, as YAML spells them."""
    fields = content.model_fields_set
    for name, key in _keys(type(content)):
        if name in fields and getattr(content, name):
            yield key
    if step.owner:
        yield "owner"
    if step.window:
        yield step.window.key


@cache
def _keys(model: type[Content]) -> Sequence[tuple[str, str]]:
    """The fields of a model, with their keys in YAML."""
    return [(name, field.alias or name) for name, field in model.model_fields.items()]
