"""One step's content for one audience.

In: the content of a step or library entry, and what else is left of its plan. Out: the content with
items, groups and notes of narrower audiences removed, and every reference to something removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from firstwin.models.condition import decided
from firstwin.models.item import Item, ItemGroup
from firstwin.models.library import asked_as
from firstwin.models.step import Notes
from firstwin.models.steps.content import Content
from firstwin.models.steps.review import Review
from firstwin.models.values import Audience
from firstwin.models.window import TIME_KEYS
from firstwin.text import gaps

AnyContent = TypeVar("AnyContent", bound=Content)


def select_content(
    content: AnyContent,
    audience: Audience,
    ids: Collection[str],
    metrics: Collection[str],
    answers: Mapping[str, str],
) -> AnyContent:
    """The content without what `audience` may not see, and what does not apply by `answers`.

    `ids` are the steps, phases and anchors that are left; `metrics` the metrics.
    """
    changes: dict[str, Any] = {
        "items": _items(content.items, audience, answers),
        "only_if": content.only_if and decided(content.only_if, answers),
        "notes": select_notes(content.notes, audience),
        "needs": tuple(id_ for id_ in content.needs if id_ in ids),
        "retired": (),
    }
    if not audience.sees(Audience.PARTNER):
        changes |= {"raci": None, "acceptance": None}
    if content.window and content.window.range.anchor not in (None, *ids):
        changes |= dict.fromkeys(TIME_KEYS)
    if isinstance(content, Review):
        changes["metrics"] = tuple(id_ for id_ in content.metrics if id_ in metrics)
    if "parameters" in type(content).model_fields:
        changes["parameters"] = {}
    return _changed(content, changes)


def select_notes(notes: Notes | None, audience: Audience) -> Notes | None:
    """The remarks `audience` may read."""
    if notes is None:
        return None
    shown = {
        readers.value: getattr(notes, readers.value) if audience.sees(readers) else None
        for readers in Audience
    }
    return _changed(notes, shown) if any(shown.values()) else None


def select_values(values: Mapping[str, str], *models: BaseModel) -> dict[str, str]:
    """The values that a text of `models` still asks for: one of a removed text is gone with it."""
    if not values:
        return {}
    asked = {gap.name for model in models for text in _texts(model) for gap in gaps(text)}
    return {name: value for name, value in values.items() if asked_as(name) in asked}


AnyItem = TypeVar("AnyItem", bound=Item | ItemGroup)


def _items(
    items: Mapping[str, AnyItem], audience: Audience, answers: Mapping[str, str]
) -> dict[str, AnyItem]:
    shown: dict[str, AnyItem] = {}
    for id_, item in items.items():
        only_if = decided(item.only_if, answers)
        if not audience.sees(item.audience) or only_if is None:
            continue
        changes: dict[str, Any] = {"only_if": item.only_if and only_if}
        if isinstance(item, ItemGroup):
            changes["items"] = _items(item.items, audience, answers)
        if changes.get("items", True):
            shown[id_] = _changed(item, changes)
    return shown


AnyModel = TypeVar("AnyModel", bound=BaseModel)


def _changed(model: AnyModel, changes: Mapping[str, Any]) -> AnyModel:
    """The model with its changes; itself where there are none, which is what nearly all are."""
    real = {name: value for name, value in changes.items() if getattr(model, name) != value}
    return model.model_copy(update=real) if real else model


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
