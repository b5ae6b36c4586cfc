"""Make a step whole: the library entry under its `use`, and what its phase and tier give it.

In: a step as written, and what it takes from where it stands. Out: a `Step` that knows where each of its values
was written; its days are planned later.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from firstwin.models.library import LibraryEntry, parameters_of
from firstwin.models.placed import Use
from firstwin.models.plan import Origin, Step
from firstwin.models.steps.content import Content
from firstwin.models.values import Audience, Text, narrowest
from firstwin.models.window import TIME_KEYS, Window
from firstwin.sources.limits import LONGEST_TEXT
from firstwin.text import fill, filled_length
from firstwin.validate.in_file import StepInFile
from firstwin.validate.shape import Shaped

_ONLY_OF_A_USE = frozenset({"use", "id", "was", "set"})
_TIME_KEYS = frozenset(TIME_KEYS)


class Inheritance(Struct, frozen=True):
    """What a step takes from where it stands.

    `origin` is the place of the window and of the owner, where `window_origin` and `owner_origin` say no other.
    """

    phase: str
    audience: Audience
    origin: Origin
    owner: str | None = None
    window: Window | None = None
    owner_origin: Origin | None = None
    draft: bool = False
    window_origin: Origin | None = None
    event: Text | None = None


class _Draft(Struct, frozen=True):
    """A step with its entry under it, before it takes anything from where it stands.

    `audience` is the entry's, which the use may narrow and never widen.
    """

    id: str
    content: Content
    was: str | None
    origins: dict[str, Origin] = field(default_factory=dict)
    entry: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    audience: Audience | None = None


class StepMaker(Struct, frozen=True):
    """What all steps are made with: the library, and the plain values of the configuration.

    Where it `hides_drafts`, they are for the team alone.
    """

    entries: Mapping[str, Shaped[LibraryEntry]]
    values: Mapping[str, str]
    hides_drafts: bool = True

    def seen_by(self, audience: Audience, *, draft: bool) -> Audience:
        """Who sees what is for an audience, once it is no draft any more."""
        return Audience.INTERNAL if draft and self.hides_drafts else audience

    def step(self, written: StepInFile, inheritance: Inheritance) -> Step | None:
        """The whole step; None where it uses an entry that is not there."""
        placed = written.placed
        if not isinstance(placed, Use):
            return self._inherit(_Draft(placed.id, placed, placed.was), written, inheritance)
        entry = self.entries.get(placed.use)
        if entry is None:
            return None
        content, origins = _merge(placed, entry)
        values = self._values(placed, entry.model)
        draft = _Draft(
            placed.step_id,
            content,
            placed.was,
            origins,
            placed.use,
            values,
            entry.model.audience,
        )
        return self._inherit(draft, written, inheritance)

    def _inherit(self, draft: _Draft, written: StepInFile, inheritance: Inheritance) -> Step:
        """The step with the owner, window and audience it takes from where it stands."""
        content, origins = draft.content, {**draft.origins, **written.changes}
        is_draft = inheritance.draft or content.draft
        audience = narrowest(inheritance.audience, content.audience, draft.audience)
        owner, window = content.owner, content.window
        if owner is None and inheritance.owner is not None:
            owner = inheritance.owner
            origins["owner"] = inheritance.owner_origin or inheritance.origin.at("owner")
        event = content.when or (inheritance.event if window is None else None)
        if window is None and inheritance.window is not None:
            window = inheritance.window
            origins[window.key] = inheritance.window_origin or inheritance.origin.at(window.key)
        if window is None and not inheritance.phase and content.within is not None:
            window = content.within.window
        return Step(
            id=draft.id,
            phase=inheritance.phase,
            content=content,
            owner=owner,
            window=window,
            days=None,
            audience=self.seen_by(audience, draft=is_draft),
            origin=written.origin,
            entry=draft.entry,
            values=draft.values,
            origins=origins,
            was=draft.was,
            draft=is_draft,
            changed=frozenset(written.changes),
            taken_from=written.taken_from,
            event=event,
        )

    def _values(self, use: Use, entry: LibraryEntry) -> Mapping[str, str]:
        """The values of an entry's parameters in one use of it."""
        parameters = parameters_of(entry).items()
        chosen = {name: use.set.get(name, known.default) for name, known in parameters}
        return {name: self._filled(value) for name, value in chosen.items() if value}

    def _filled(self, value: str) -> str:
        """A value with the configuration's filled in; as it was typed where it would be too long to be one."""
        fits = filled_length(value, self.values) <= LONGEST_TEXT
        return fill(value, self.values) if fits else value


def _merge(use: Use, entry: Shaped[LibraryEntry]) -> tuple[Content, dict[str, Origin]]:
    """An entry's content under the fields of its use, and the origins of what is the entry's."""
    model = entry.model
    own = use.model_fields_set - _ONLY_OF_A_USE
    replaced = own | (_TIME_KEYS if own & _TIME_KEYS else frozenset())
    from_entry = model.model_fields_set - replaced
    update = {name: getattr(use, name) for name in replaced if name in own | model.model_fields_set}
    aliases = _aliases(type(model))
    return model.model_copy(update=update), {
        aliases[name]: entry.origin(aliases[name]) for name in from_entry
    }


@cache
def _aliases(model: type[Content]) -> Mapping[str, str]:
    """The names of a model's fields as YAML spells them."""
    return {name: field.alias or name for name, field in model.model_fields.items()}
