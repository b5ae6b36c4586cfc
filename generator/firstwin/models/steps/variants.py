"""Models that are made of each type of step, and the choice between them.

In: the types of steps, and what a place adds to them. Out: a model for each, by its word, and the union of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Union, cast

from pydantic import Discriminator, Tag, create_model

from firstwin.models.base import Model
from firstwin.models.steps.content import Content

UNKNOWN: Final = "unknown"
"""The word for what has none of the types."""


def variant(content: type[Content], place: str, beside: type[Model]) -> type[Content]:
    """A type of step in its place: its fields and those `beside` it. `MeetingStep` is a meeting in a playbook."""
    return create_model(
        f"{content.__name__}{place}",
        __base__=cast("tuple[type[Content], ...]", (content, beside)),
        __doc__=content.__doc__,
        __module__=beside.__module__,
    )


def one_of(variants: Mapping[str, type[Model]], word_of: Callable[[object], str]) -> Any:
    """The type of what is one of several models, by a word that its data tells."""
    members = tuple(Annotated[model, Tag(_tag(word))] for word, model in variants.items())

    def tag_of(value: object) -> str:
        word = word_of(value)
        return _tag(word if word in variants else UNKNOWN)

    return Annotated[Union[members], Discriminator(tag_of)]  # noqa: UP007 - of members that nobody writes out


def type_of(value: object) -> str:
    """The word that the data of a step has for its type; without one it is a task."""
    type_ = value.get("type", "task") if isinstance(value, dict) else "task"
    return type_ if isinstance(type_, str) else UNKNOWN


def _tag(word: str) -> str:
    """A tag stands in angle brackets, so that no key can be taken for one."""
    return f"<{word}>"
