"""Ids that things claim: which one may, and which another has, had before, or gave up.

In: what defines ids within one space, in the order it is read. Out: diagnostics that name both places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from firstwin.diagnostics import Diagnostic, Related, Span
from firstwin.models.plan import Origin
from firstwin.validate import reference_codes as codes
from firstwin.validate.words import with_article


class Defined(Struct, frozen=True):
    """An id where it is defined, with its earlier id, which stands in `around` if not below `origin`.

    `entry` is the library entry it uses.
    """

    id: str
    origin: Origin
    what: str
    was: str | None = None
    around: Origin | None = None
    entry: str | None = None

    @property
    def was_origin(self) -> Origin:
        """The place of the earlier id."""
        return (self.around or self.origin).at("was")

    @property
    def span(self) -> Span:
        """The place of the id itself: the value of `id` or `use`, or a key."""
        if not self.origin.keys:  # a file's name
            return Span(self.origin.path)
        at_value = self.origin.keys[-1] in ("id", "use")
        return self.origin.span if at_value else self.origin.key_span


def unique_ids(defined: Iterable[Defined]) -> Iterator[Diagnostic]:
    """A diagnostic for each id that was defined before."""
    first: dict[str, Defined] = {}
    for each in defined:
        earlier = first.setdefault(each.id, each)
        if earlier is not each:
            yield _duplicate(each, earlier)


def _duplicate(again: Defined, first: Defined) -> Diagnostic:
    other = f"another {first.what}" if first.what == again.what else with_article(first.what)
    used_twice = again.entry is not None and again.entry == first.entry
    return Diagnostic(
        codes.DUPLICATE_ID,
        f"the id `{again.id}` is used by {other} already",
        again.span,
        f"give this use an id of its own: `id: {again.id}-again`"
        if used_twice
        else "give one of them another id",
        related=(Related("first used here", first.span),),
    )


def added_ids(own: Iterable[Defined], added: Iterable[Defined]) -> Iterator[Diagnostic]:
    """Added steps that the playbook has, or that another persona adds and means something else by."""
    playbook = {each.id: each for each in reversed(list(own))}
    first: dict[str, Defined] = {}
    for each in added:
        known = playbook.get(each.id)
        if known:
            yield Diagnostic(
                codes.ADDED_EXISTS,
                f"`{each.id}` is a {known.what} of the playbook already",
                each.span,
                "remove it here, or give the added step an id of its own",
                related=(Related("it stands here", known.span),),
            )
            continue
        earlier = first.setdefault(each.id, each)
        same_file = earlier.origin.path == each.origin.path
        if earlier is not each and (same_file or each.entry is None or each.entry != earlier.entry):
            yield _duplicate(each, earlier)


def earlier_ids(defined: Iterable[Defined]) -> Iterator[Diagnostic]:
    """Earlier ids that are in use, or that two things claim."""
    everything = list(defined)
    moved = [each for each in everything if each.was]
    if not moved:
        return
    used = {each.id: each for each in reversed(everything)}
    first: dict[str, Defined] = {}
    for each in moved:
        was, origin = each.was or "", each.was_origin
        now = used.get(was)
        claimed = first.setdefault(was, each)
        if now:
            yield Diagnostic(
                codes.EARLIER_ID,
                f"`{was}` cannot be an earlier id: it is in use",
                origin.span,
                "remove `was`, or name the id this had before",
                related=(Related("in use here", now.span),),
            )
        elif claimed.id != each.id:
            yield Diagnostic(
                codes.EARLIER_ID,
                f"`{was}` is the earlier id of another {claimed.what} already",
                origin.span,
                "what was ticked can only move to one place: keep one of the two",
                related=(Related("claimed here", claimed.was_origin.span),),
            )


def retired_ids(
    defined: Iterable[Defined], retired: Iterable[str], origin: Origin
) -> Iterator[Diagnostic]:
    """Ids that are given up and used again or carried on; `origin` is the place of the list."""
    positions = {id_: position for position, id_ in enumerate(retired)}
    if not positions:
        return
    for each in defined:
        if each.id in positions:
            yield Diagnostic(
                codes.RETIRED_ID,
                f"the id `{each.id}` is retired and cannot be used again",
                each.span,
                "give it a new id",
                related=(Related("retired here", origin.at(positions[each.id]).span),),
            )
        if each.was in positions:
            yield Diagnostic(
                codes.EARLIER_ID,
                f"`{each.was}` is retired: what was ticked under it moves nowhere",
                each.was_origin.span,
                "remove it from `retired` if it goes on here, or remove `was`",
                related=(Related("retired here", origin.at(positions[each.was]).span),),
            )
