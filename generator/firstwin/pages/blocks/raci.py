"""Who answers for a step, and who accepts it: what partners and the vendor read of it."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.blocks.ticks import own_points
from firstwin.pages.reader import Reader
from firstwin.pages.views import AcceptanceView, RaciRowView, TickView
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.raci import RaciBlock
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def raci_args(raci: RaciBlock, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """Who is responsible, accountable, consulted, informed."""
    groups = (raci.responsible, (raci.accountable,), raci.consulted, raci.informed)
    rows = (
        RaciRowView(letter, title, reader.names(roles))
        for (letter, title), roles in zip(raci_parts(reader.words), groups, strict=True)
        if roles
    )
    return {"rows": tuple(rows)}


def raci_parts(words: Words) -> Iterator[tuple[str, str]]:
    """The four parts one may have in a step, each with its letter."""
    # Translators: RACI: the letter of whoever does the work.
    letter = words.say("RACI letter", "R")
    # Translators: RACI: whoever does the work.
    yield letter, words.say("RACI", "Responsible")
    # Translators: RACI: the letter of whoever answers for the work.
    letter = words.say("RACI letter", "A")
    # Translators: RACI: whoever answers for the work.
    yield letter, words.say("RACI", "Accountable")
    # Translators: RACI: the letter of whoever is asked.
    letter = words.say("RACI letter", "C")
    # Translators: RACI: whoever is asked.
    yield letter, words.say("RACI", "Consulted")
    # Translators: RACI: the letter of whoever is told.
    letter = words.say("RACI letter", "I")
    # Translators: RACI: whoever is told.
    yield letter, words.say("RACI", "Informed")


def acceptance_args(
    acceptance: AcceptanceBlock, step: GuideStep, reader: Reader
) -> dict[str, object]:
    """Who accepts the work, and what has to be true for it."""
    return {"acceptance": acceptance_view(acceptance, step, reader)}


def acceptance_view(acceptance: AcceptanceBlock, step: GuideStep, reader: Reader) -> AcceptanceView:
    """The same, as a page shows it wherever it stands; with boxes for whoever ticks its points."""
    by, words = acceptance.by, reader.words
    if reader.is_me(by):
        # Translators: Over what has to be true before the reader accepts the work of a step.
        title = words.say("acceptance", "Accepted by you when")
    else:
        # Translators: Over what has to be true before somebody accepts the work of a step.
        title = words.say("acceptance", "Accepted by {who} when", who=reader.whose(by))
    ticks = tuple(
        TickView(reader.anchor(step.id, tick.key.name), tick.key, tick.text, ())
        for tick in own_points(step, reader)
    )
    told = () if ticks else tuple(tick.text for tick in acceptance.ticks)
    return AcceptanceView(title, told, ticks)
