"""The lines of a step: those that the reader ticks, with what follows each, and what others do.

In: the lines of a step, and its reader. Out: what `checklist` is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from firstwin.pages.choices import enough, one_of_several
from firstwin.pages.conditions import condition_label, condition_views, optional_word
from firstwin.pages.form import form_of
from firstwin.pages.moments import day
from firstwin.pages.reader import Reader
from firstwin.pages.views import OthersLinesView, OthersLineView, TickGroupView, TickView
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.ticks import Tick, TickGroup, Ticks
from firstwin.resolve.guide_step import AlternativeLabels, GuideStep, RoleName
from firstwin.words import Words


def ticks_args(ticks: Ticks, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The lines; nothing to tick in a milestone of others. Where nobody's guide is read, all are ticked."""
    if form_of(step, reader) == "seen":
        return {}
    return {
        "groups": tuple(_group_views(step, reader)),
        "others": tuple(_others(ticks, step, reader)),
    }


def has_own_lines(step: GuideStep, reader: Reader) -> bool:
    """Whether a step has lines that its reader ticks."""
    return any(own_lines(step, reader))


def own_lines(
    step: GuideStep, reader: Reader
) -> Iterator[tuple[Tick, tuple[AlternativeLabels, ...]]]:
    """The lines of a step that its reader ticks, each with the conditions of its group."""
    for group, own in own_groups(step, reader):
        yield from ((tick, group.conditions) for tick in own)
    yield from ((tick, ()) for tick in own_points(step, reader))


def own_groups(step: GuideStep, reader: Reader) -> Iterator[tuple[TickGroup, tuple[Tick, ...]]]:
    """The groups of a step's lines, each with those that its reader ticks; groups without any are left out."""
    ticks = step.block(Ticks)
    for group in ticks.groups if ticks else ():
        own = tuple(tick for tick in group.ticks if _is_own(tick, step, reader))
        if own:
            yield group, own


def own_choices(step: GuideStep, reader: Reader) -> list[list[Any]]:
    """What scripts know of lines of which some are enough: how many, and their keys."""
    ticks = step.block(Ticks)
    return [
        [group.at_least, *(tick.key for tick in group.ticks if not tick.optional)]
        for group in (ticks.groups if ticks else ())
        if group.at_least and any(_is_own(tick, step, reader) for tick in group.ticks)
    ]


def own_points(step: GuideStep, reader: Reader) -> tuple[Tick, ...]:
    """The points of an acceptance that its reader ticks: whoever leads the step, or accepts it."""
    acceptance = step.block(AcceptanceBlock)
    if not acceptance or not (reader.is_me(step.owner) or reader.is_me(acceptance.by)):
        return ()
    return acceptance.ticks


def _owners(tick: Tick, step: GuideStep) -> tuple[RoleName, ...]:
    return tick.owners or (step.owner,)


def _is_own(tick: Tick, step: GuideStep, reader: Reader) -> bool:
    if tick.for_all and step.part.acts:
        return True
    return reader.role is None or any(map(reader.is_me, _owners(tick, step)))


def _group_views(step: GuideStep, reader: Reader) -> Iterator[TickGroupView]:
    for group, own in own_groups(step, reader):
        yield TickGroupView(
            group_title(group, step, reader.words),
            enough(group.at_least, reader.words) if group.at_least else "",
            condition_views(group.conditions, reader.words),
            tuple(_tick(tick, step, reader) for tick in own),
        )


def group_title(group: TickGroup, step: GuideStep, words: Words) -> str:
    """The heading over some lines: what its author wrote, or their day."""
    return group.title if group.day is None else day(group.day, words, step.moment.counted_from)


def _tick(tick: Tick, step: GuideStep, reader: Reader) -> TickView:
    notes = _notes(tick, (), reader)
    owners = _owners(tick, step)
    obvious = reader.role or step.owner
    if not tick.for_all and any(owner.id != obvious.id for owner in owners):
        notes = (*notes, reader.names(owners))
    return TickView(reader.anchor(step.id, tick.key.name), tick.key, tick.text, notes)


def _others(ticks: Ticks, step: GuideStep, reader: Reader) -> Iterator[OthersLinesView]:
    """What others do in the step, those who do the same together."""
    by_owners: dict[tuple[RoleName, ...], list[OthersLineView]] = {}
    for group in ticks.groups:
        for tick in group.ticks:
            if not _is_own(tick, step, reader):
                notes = _notes(tick, group.conditions, reader)
                if group.at_least and not tick.optional:
                    notes = (*notes, one_of_several(reader.words))
                line = OthersLineView(tick.text, notes)
                by_owners.setdefault(_owners(tick, step), []).append(line)
    for owners, lines in by_owners.items():
        yield OthersLinesView(what_they_do(owners, reader), step.title, tuple(lines))


def _notes(tick: Tick, around: Sequence[AlternativeLabels], reader: Reader) -> tuple[str, ...]:
    """What follows a line: the conditions around it and its own, and whether it may be left out."""
    labels = [condition_label(each, reader.words) for each in (*around, *tick.conditions)]
    return (*labels, *([optional_word(reader.words)] if tick.optional else []))


def what_they_do(owners: Sequence[RoleName], reader: Reader) -> str:
    """Over what others do in a step."""
    names = reader.in_sentence(owners)
    # Translators: Over the lines of a step that others have to do; {names} are one role or two: "your trainer".
    return reader.words.counted(
        "step", "What {names} does", "What {names} do", len(owners), names=names
    )
