"""A step of a guide as it stands on a page.

In: a `GuideStep`, and who reads it where. Out: a `StepView`. What is the reader's own is shown whole.
What others lead is shown whole when the reader is there in person or has something to do in it; the
rest is folded behind a line that says who leads and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from firstwin.models.part import Part
from firstwin.pages import anchors, words
from firstwin.pages.described import plain
from firstwin.pages.metrics import metric_view
from firstwin.pages.raci import acceptance_view, has_raci, raci_rows
from firstwin.pages.reader import Reader
from firstwin.pages.urls import NOWHERE, Url
from firstwin.pages.views import (
    AgendaLineView,
    CardView,
    ConditionView,
    EntryView,
    FactView,
    JoinedLinkView,
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
    ConditionLabel,
    GuideStep,
    Letter,
    NeededStep,
    Tick,
    TickGroup,
    TrainingSession,
    Win,
)
from firstwin.text import Prose

# Types at which whoever takes part is there in person, or looks back on what was reached.
ATTENDED: Final = frozenset(
    {"meeting", "milestone", "quiz", "review", "survey", "training", "tutorial"}
)


Form = Literal["own", "shared", "told", "seen"]


def step_view(step: GuideStep, of: int, reader: Reader) -> StepView:
    """The view of one step among `of`."""
    form = form_of(step, reader)
    return StepView(
        id=reader.anchor(step.id),
        key=step.key,
        type=step.type,
        kind=words.STEP_TYPES[step.type],
        form=form,
        number=step.number,
        position=words.step_of(step.number, of),
        title=step.title,
        milestone=words.reached(words.MILESTONE, step.moment) if step.type == "milestone" else "",
        first_value=step.first_value,
        optional=words.OPTIONAL if step.optional else "",
        line=_line(step, form, reader),
        summary=step.summary,
        text=step.text,
        facts=tuple(_facts(step, reader)),
        conditions=tuple(condition_view(condition) for condition in step.conditions),
        needs=_needs(step, reader),
        raci=tuple(raci_rows(step, reader)),
        card=card_to(step, reader),
        agenda=agenda_lines(step.agenda),
        sessions=tuple(_session(session, reader) for session in step.sessions),
        letter=letter_view(step.letter, reader) if step.letter else None,
        instructions=step.instructions,
        mapping=tuple(MappingView(line.source, line.target, line.rule) for line in step.mapping),
        metrics=tuple(metric_view(metric) for metric in step.metrics),
        questions=tuple(
            SurveyQuestionView(question.ask, question.scale or words.choices(question.options))
            for question in step.questions
        ),
        lists=tuple(_lists(step)),
        ticks=tuple(_group(group, step, reader) for group in step.ticks) if form != "seen" else (),
        entries=tuple(
            EntryView(reader.anchor(step.id, entry.key.name), entry.key, entry.label, entry.hint)
            for entry in step.entries
            if form != "seen"
        ),
        sign_off=tuple(role.title for role in step.sign_off),
        links=tuple(LinkView(link.title, Url(link.url)) for link in step.links),
        notes=tuple(
            NoteView(note.audience, words.NOTE_LABELS[note.audience], note.text)
            for note in step.notes
        ),
        win=win_view(step.win, words.QUICK_WIN, NOWHERE) if step.win else None,
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


def condition_view(condition: ConditionLabel) -> ConditionView:
    """A condition as a callout says it."""
    return ConditionView(words.only(words.condition(condition)), condition.question)


def agenda_lines(agenda: Sequence[AgendaLine]) -> tuple[AgendaLineView, ...]:
    """The points of an agenda."""
    return tuple(
        AgendaLineView(line.text, words.short_duration(line.minutes) if line.minutes else "")
        for line in agenda
    )


def win_view(win: Win, label: str, url: Url) -> WinView:
    """A quick win."""
    return WinView(label, win.title, win.text, words.by_day(win.day), url)


def card_to(step: GuideStep, reader: Reader) -> CardView | None:
    """The card that leads to a step's tutorial or quiz."""
    page = reader.library.get(step.page)
    if not page:
        return None
    title = words.action_by_action(page.title) if step.type == "tutorial" else page.title
    return CardView(words.card_label(page.kind, page.size), title, reader.here.to(page.place))


def _done_tick(step: GuideStep, form: Form, reader: Reader) -> TickView | None:
    """A step without lines is a line itself, but for a tutorial: its actions are ticked on their page."""
    if reader.role is None or form not in ("own", "shared") or step.ticks:
        return None
    if step.type == "tutorial":
        return None
    return TickView(
        reader.anchor(step.id, anchors.DONE), step.key.done, Prose(words.THIS_IS_DONE), ()
    )


def _has_work_for(step: GuideStep, reader: Reader) -> bool:
    owners = (owner for group in step.ticks for tick in group.ticks for owner in tick.owners)
    return any(map(reader.is_me, (*owners, *step.sign_off)))


def _wants_answer(step: GuideStep) -> bool:
    """Whether a letter asks something of its reader: then it takes them time."""
    return step.letter is not None and step.minutes > 0


def _line(step: GuideStep, form: Form, reader: Reader) -> str:
    if form in ("own", "seen"):
        return ""
    when = words.when(step.moment)
    if step.letter:
        comes = words.comes_from(when, reader.whose(step.letter.sender))
        return " ".join(said for said in (comes, plain(step.summary)) if said)
    led = words.led_by_other(when, reader.whose(step.owner))
    if form == "shared":
        return f"{led} {words.you_take_part(step.minutes)}"
    told = plain(step.summary) or words.YOU_ARE_TOLD
    return f"{led} {told} {words.TAKES_NO_TIME}"


def _facts(step: GuideStep, reader: Reader) -> Iterator[FactView]:
    if reader.is_me(step.owner):
        yield FactView(words.OWNER, words.YOU, tag=step.owner.title)
    else:
        yield FactView(words.OWNER, step.owner.title)
    yield FactView(words.DUE, words.deadline(step.moment), note=_from_when(step), strong=True)
    if step.minutes:
        yield FactView(words.TAKES, words.sentence(words.duration(step.minutes)))
    if step.with_:
        yield FactView(words.WITH, reader.names(step.with_))
    if step.informed and not has_raci(step):
        yield FactView(words.TOLD, reader.names(step.informed))
    if step.handoff_to:
        yield FactView(words.HANDS_OVER_TO, reader.names([step.handoff_to]))


def _from_when(step: GuideStep) -> str:
    if step.moment.distance:
        return f", {words.apart(step.moment.distance)}"
    days = step.moment.days
    return words.start_on(days.first) if days.first < days.last else ""


def _needs(step: GuideStep, reader: Reader) -> tuple[JoinedLinkView, ...]:
    return joined_links(step.needs, reader)


def joined_links(needs: Sequence[NeededStep], reader: Reader) -> tuple[JoinedLinkView, ...]:
    """What must be complete before, as links in a sentence."""
    return tuple(
        JoinedLinkView(before, needed.title, reader.link_to(needed))
        for before, needed in zip(words.joins(len(needs)), needs, strict=True)
    )


def _session(session: TrainingSession, reader: Reader) -> SessionView:
    meta = [
        words.sentence(words.duration(session.minutes)),
        words.attended_by(reader.names(session.roles)),
    ]
    if session.recorded:
        meta.append(words.RECORDED)
    return SessionView(session.title, tuple(meta), session.covers, session.mine)


def letter_view(letter: Letter, reader: Reader) -> LetterView:
    """An email as it is sent."""
    return LetterView(
        (
            FactView(words.FROM, reader.names([letter.sender])),
            FactView(words.TO, reader.names(letter.to)),
            FactView(words.SUBJECT, letter.subject),
        ),
        letter.body,
    )


def _lists(step: GuideStep) -> Iterator[ListView]:
    for title, items in (
        (words.HANDOFF, step.contents),
        (words.CHECKS, step.checks),
        (words.COMES_OUT, step.deliverables),
    ):
        if items:
            yield ListView(title, items)


def _group(group: TickGroup, step: GuideStep, reader: Reader) -> TickGroupView:
    return TickGroupView(
        group.title,
        tuple(condition_view(condition) for condition in group.conditions),
        tuple(_tick(tick, step, reader) for tick in group.ticks),
    )


def _tick(tick: Tick, step: GuideStep, reader: Reader) -> TickView:
    notes = [words.sentence(words.condition(condition)) for condition in tick.conditions]
    if tick.optional:
        notes.append(words.OPTIONAL)
    owners = tick.owners or (step.owner,)
    obvious = reader.role or step.owner
    if any(owner.id != obvious.id for owner in owners):
        notes.append(reader.names(owners))
    return TickView(reader.anchor(step.id, tick.key.name), tick.key, tick.text, tuple(notes))


def done_words(step: GuideStep, reader: Reader) -> str:
    """What completes a step of which its author wrote no criterion."""
    said = [words.EVERY_LINE_TICKED] if step.ticks else []
    if step.sign_off:
        said.append(words.have_signed(reader.sentence(step.sign_off), len(step.sign_off)))
    if step.deliverables and not said:
        said.append(words.ALL_THERE)
    return " ".join(said)
