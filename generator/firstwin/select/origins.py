"""What an edition keeps of its origins: files and lines, and no document.

In: origins that look their place up in a document. Out: origins that know the lines of what is left.
A document holds everything its author wrote, for whichever audience; from here on nobody can reach one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstwin.diagnostics import Span
from firstwin.models.content import Content
from firstwin.models.plan import Origin, Persona, Step
from firstwin.sources import KeyPath


@dataclass(frozen=True, slots=True)
class Lines:
    """A file of which nothing is known but the lines of a value and of some keys below it."""

    path: str
    lines: Mapping[KeyPath, int]

    def span(self, keys: KeyPath = ()) -> Span:
        """The line of the value at `keys`; of the nearest known parent where it is not known."""
        known = next(
            keys[:length] for length in range(len(keys), -1, -1) if keys[:length] in self.lines
        )
        line = self.lines[known]
        return Span(self.path, line, 1, line, 1)

    def key_span(self, keys: KeyPath) -> Span:
        """The line of the key that ends `keys`."""
        return self.span(keys)

    def has(self, keys: KeyPath) -> bool:
        """Whether the line of the value at `keys` is known."""
        return keys in self.lines


def without_document(origin: Origin, below: Iterable[KeyPath] = ()) -> Origin:
    """The origin with its own line and those of the values `below`, and no content."""
    lines = {keys: origin.at(*keys).line for keys in ((), *below)}
    return Origin(Lines(origin.path, lines))


def step_origins(step: Step, content: Content) -> tuple[Origin, dict[str, Origin]]:
    """The origin of a step, and that of every field `content` still says something in."""
    names = set(_written(step, content))
    own = sorted(names - step.origins.keys())
    origin = without_document(step.origin, [(name,) for name in own])
    elsewhere = {
        name: without_document(found) for name, found in step.origins.items() if name in names
    }
    return origin, {name: origin.at(name) for name in own} | elsewhere


def persona_origin(persona: Persona) -> Origin:
    """The origin of a persona's file, with the lines of what it adjusts."""
    adjusted = [
        ("adjust", step, name)
        for step, adjustment in persona.adjust.items()
        for name in sorted(adjustment.model_fields_set)
        if getattr(adjustment, name) is not None
    ]
    return without_document(persona.origin, adjusted)


def _written(step: Step, content: Content) -> Iterator[str]:
    """The fields of a step that say something, as YAML spells them."""
    for name, field in type(content).model_fields.items():
        if name in content.model_fields_set and getattr(content, name):
            yield field.alias or name
    if step.owner:
        yield "owner"
    if step.window:
        yield step.window.key
