"""A step of a guide as it stands on a page.

In: a `GuideStep`, and who reads it where. Out: a `StepView`. What is the reader's own is shown whole.
What others lead is shown whole when the reader is there in person or has something to do in it; the
rest is folded behind a line that says who leads and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from firstwin.models.part import Part
from firstwin.pages import anchors
from firstwin.pages.conditions import condition_label, condition_view, optional_word
from firstwin.pages.metrics import metric_view
from firstwin.pages.moments import milestone
from firstwin.pages.raci import acceptance_view, raci_rows
from firstwin.pages.reader import Reader
from firstwin.pages.step_facts import done_words, facts_of, what_is_told, who_and_when, who_writes
from firstwin.pages.urls import NOWHERE
from firstwin.pages.views import (
    AgendaLineView,
    CardView,
    EntryView,
    FactView,
    LetterView,
    LinkView,
    ListView,
    MappingView,
    NoteView,
    SessionView,
    StepView,
    SurveyQuestionView,
    TickGroupView,
    TickView,
    WinView,
)
from firstwin.resolve.guide_step import (
    AgendaLine,
    GuideStep,
    Letter,
    NeededStep,
    Tick,
    TickGroup,
    TrainingSession,
    Win,
)
from firstwin.text import Url
from firstwin.words import Words

# Types at which whoever takes part is there in person, or looks back on what was reached.
ATTENDED: Final = frozenset(
    {"meeting", "milestone", "quiz", "review", "survey", "training", "tutorial"}
)


Form = Literal["own", "shared", "told", "seen"]


def step_view(step: GuideStep, of: int, reader: Reader) -> StepView:
    """The view of one step among `of`."""
    form, words = form_of(step, reader), reader.words
    return StepView(
        id=reader.anchor(step.id),
        key=step.key,
        type=step.type,
        form=form,
        number=step.number,
        # Translators: Where a step stands in its phase: "Step 3 of 7".
        position=words.say("step", "Step {number} of {of}", number=step.number, of=of),
        title=step.title,
        milestone=milestone(step.moment, words) if step.type == "milestone" else "",
        first_value=step.first_value,
        optional=optional_word(words) if step.optional else "",
        line=_line(step, form, reader),
        summary=step.summary,
        text=step.text,
        facts=tuple(facts_of(step, reader)),
        conditions=tuple(condition_view(condition, words) for condition in step.conditions),
        needs=comes_after(step.needs, reader),
        raci=tuple(raci_rows(step, reader)),
        card=card_to(step, reader),
        agenda=agenda_lines(step.agenda, words),
        sessions=tuple(_session(session, reader) for session in step.sessions),
        letter=letter_view(step.letter, reader) if step.letter else None,
        instructions=step.instructions,
        mapping=tuple(MappingView(line.source, line.target, line.rule) for line in step.mapping),
        metrics=tuple(metric_view(metric) for metric in step.metrics),
        questions=tuple(
            SurveyQuestionView(question.ask, question.scale or words.strung(question.options))
            for question in step.questions
        ),
        lists=tuple(_lists(step, words)),
        ticks=tuple(_group(group, step, reader) for group in step.ticks) if form != "seen" else (),
        entries=tuple(
            EntryView(reader.anchor(step.id, entry.key.name), entry.key, entry.label, entry.hint)
            for entry in step.entries
            if form != "seen"
        ),
        sign_off=tuple(role.title for role in step.sign_off),
        links=tuple(LinkView(link.title, Url(link.url)) for link in step.links),
        notes=tuple(
            NoteView(note.audience, _readers(note.audience, words), note.text)
            for note in step.notes
        ),
        win=_win(step.win, words) if step.win else None,
        edit=Url(step.edit),
        done_when=step.done_when,
        done_words="" if step.done_when else done_words(step, reader),
        done_tick=_done_tick(step, form, reader),
        acceptance=acceptance_view(step, reader),
    )


def form_of(step: GuideStep, reader: Reader) -> Form:
    """How much of a step its reader is shown at once."""
    if step.part is Part.OWNER or reader.role is None:
        return "own"
    if step.part is Part.WITH:
        there = step.type in ATTENDED or _has_work_for(step, reader) or _wants_answer(step)
        return "own" if there else "shared"
    return "told" if step.part is Part.INFORMED else "seen"


def agenda_lines(agenda: Sequence[AgendaLine], words: Words) -> tuple[AgendaLineView, ...]:
    """The points of an agenda."""
    return tuple(
        AgendaLineView(line.text, words.short_duration(line.minutes) if line.minutes else "")
        for line in agenda
    )


def win_view(win: Win, label: str, url: Url, words: Words) -> WinView:
    """A quick win."""
    # Translators: By when a quick win is there.
    by = words.say("win", "By day {day}", day=win.day)
    return WinView(label, win.title, win.text, by, url)


def _win(win: Win, words: Words) -> WinView:
    # Translators: Over the title of a small thing that the reader can show to others.
    return win_view(win, words.say("win", "A quick win"), NOWHERE, words)


def card_to(step: GuideStep, reader: Reader) -> CardView | None:
    """The card that leads to a step's tutorial or quiz."""
    page = reader.site.library.get(step.page)
    if not page:
        return None
    words, title = reader.words, page.title
    if step.type == "tutorial":
        # Translators: A link to a tutorial.
        title = words.say("step", "{title}, action by action", title=title)
    return CardView(words.row(page.kind, page.size), title, reader.here.to(page.place))


def _done_tick(step: GuideStep, form: Form, reader: Reader) -> TickView | None:
    """A step without lines is a line itself, but for a tutorial: its actions are ticked on their page."""
    if reader.role is None or form not in ("own", "shared") or step.ticks:
        return None
    if step.type == "tutorial":
        return None
    # Translators: Beside the box that is ticked when a step is done.
    done = reader.words.say("step", "This is done")
    return TickView(reader.anchor(step.id, anchors.DONE), step.key.done, done, ())


def _line(step: GuideStep, form: Form, reader: Reader) -> str:
    if form in ("own", "seen"):
        return ""
    if step.letter:
        return who_writes(step, reader)
    return who_and_when(step, reader) if form == "shared" else what_is_told(step, reader)


def _has_work_for(step: GuideStep, reader: Reader) -> bool:
    owners = (owner for group in step.ticks for tick in group.ticks for owner in tick.owners)
    return any(map(reader.is_me, (*owners, *step.sign_off)))


def _wants_answer(step: GuideStep) -> bool:
    """Whether a letter asks something of its reader: then it takes them time."""
    return step.letter is not None and step.minutes > 0


def comes_after(needs: Sequence[NeededStep], reader: Reader) -> tuple[LinkView, ...]:
    """What must be complete before, as a sentence in pieces: text, and links in it."""
    if not needs:
        return ()
    titles = [reader.words.isolated(needed.title) for needed in needs]
    # Translators: What has to be done before; {titles} are those of steps or phases: "Plan and Set up".
    around = reader.words.around("step", "Comes after: {titles}", titles=titles)
    pieces = [LinkView(around[0], NOWHERE)]
    for needed, title, behind in zip(needs, titles, around[1:], strict=True):
        pieces += [LinkView(title, reader.link_to(needed)), LinkView(behind, NOWHERE)]
    return tuple(piece for piece in pieces if piece.title)


def _session(session: TrainingSession, reader: Reader) -> SessionView:
    words = reader.words
    meta = [
        words.duration(session.minutes, alone=True),
        # Translators: Whom a session of a training is for: "For you and the champion".
        words.say("training", "For {names}", names=reader.in_sentence(session.roles)),
    ]
    if session.recorded:
        # Translators: Of a session of a training: it can be watched later.
        meta.append(words.say("training", "Recorded"))
    return SessionView(session.title, tuple(meta), session.covers, session.mine)


def letter_view(letter: Letter, reader: Reader) -> LetterView:
    """An email as it is sent."""
    words = reader.words
    return LetterView(
        (
            # Translators: At the head of an email.
            FactView(words.say("email", "From"), reader.names([letter.sender])),
            # Translators: At the head of an email.
            FactView(words.say("email", "To"), reader.names(letter.to)),
            # Translators: At the head of an email.
            FactView(words.say("email", "Subject"), letter.subject),
        ),
        letter.body,
    )


def _lists(step: GuideStep, words: Words) -> Iterator[ListView]:
    if step.contents:
        # Translators: Over what a team passes on to the next.
        yield ListView(words.say("step", "What the handoff document says"), step.contents)
    if step.checks:
        # Translators: Over what shows that imported data are complete.
        yield ListView(words.say("step", "How to tell that it arrived whole"), step.checks)
    if step.deliverables:
        # Translators: Over what comes out of a step.
        yield ListView(words.say("step", "The result"), step.deliverables)


def _readers(audience: str, words: Words) -> str:
    """Whom a note is for; nothing where everybody reads it."""
    match audience:
        case "partner":
            # Translators: Over a note that customers do not see.
            return words.say("note", "For partners and the team")
        case "internal":
            # Translators: Over a note that only the vendor's own team sees.
            return words.say("note", "For the team only")
        case _:
            return ""


def _group(group: TickGroup, step: GuideStep, reader: Reader) -> TickGroupView:
    return TickGroupView(
        group.title,
        tuple(condition_view(condition, reader.words) for condition in group.conditions),
        tuple(_tick(tick, step, reader) for tick in group.ticks),
    )


def _tick(tick: Tick, step: GuideStep, reader: Reader) -> TickView:
    notes = [condition_label(condition, reader.words) for condition in tick.conditions]
    if tick.optional:
        notes.append(optional_word(reader.words))
    owners = tick.owners or (step.owner,)
    obvious = reader.role or step.owner
    if any(owner.id != obvious.id for owner in owners):
        notes.append(reader.names(owners))
    return TickView(reader.anchor(step.id, tick.key.name), tick.key, tick.text, tuple(notes))
