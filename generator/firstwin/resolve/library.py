"""The pages of the library: tutorials, quizzes and documents, each once for the whole site.

In: the library entries that have a page, and the guides. Out: `TutorialText`s, `QuizText`s
and `DocumentText`s with the steps that lead to them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TypeVar

from msgspec import Struct

from firstwin.caching.memo import Memo
from firstwin.models.date import Dated
from firstwin.models.effort import NO_TIME
from firstwin.models.keys import Key, key_of_entry
from firstwin.models.library import other_names_of
from firstwin.models.part import Part
from firstwin.models.picture import Picture
from firstwin.models.plan import Origin
from firstwin.models.project import Project
from firstwin.models.steps.content import Content
from firstwin.models.steps.document import Document, FormTable
from firstwin.models.steps.quiz import Quiz, QuizQuestion
from firstwin.models.steps.tutorial import Action, Tutorial, Video
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.entries import blanks
from firstwin.resolve.blocks.links import LinksBlock
from firstwin.resolve.blocks.pictures import PictureText, picture_text
from firstwin.resolve.edits import Edits, edits_of
from firstwin.resolve.guide import Guide, GuidePhase, PlayText
from firstwin.resolve.guide_step import GuideStep
from firstwin.resolve.library_texts import (
    DocumentText,
    FormRow,
    FormTableText,
    QuizAnswer,
    QuizItem,
    QuizText,
    SectionText,
    TutorialAction,
    TutorialText,
    UsedBy,
    VideoText,
)
from firstwin.resolve.plans import ResolvedPlan
from firstwin.resolve.texts import Texts
from firstwin.sources import Size
from firstwin.text import Prose, meant_in

E = TypeVar("E", bound=Content)


def tutorials(
    project: Project, uses: Mapping[str, tuple[UsedBy, ...]], texts: Texts, memo: Memo
) -> tuple[TutorialText, ...]:
    """The tutorials, in the order of the library. Each of which all is alike is resolved as the `memo` has it."""
    return tuple(
        memo.of(("tutorial", place.id), _tutorial, place, entry, uses.get(place.id, ()), texts)
        for place, entry in _of_kind(Tutorial, project)
    )


def quizzes(
    project: Project, uses: Mapping[str, tuple[UsedBy, ...]], texts: Texts, memo: Memo
) -> tuple[QuizText, ...]:
    """The quizzes, as the `tutorials`."""
    return tuple(
        memo.of(("quiz", place.id), _quiz, place, entry, uses.get(place.id, ()), texts)
        for place, entry in _of_kind(Quiz, project)
    )


def documents(
    project: Project, uses: Mapping[str, tuple[UsedBy, ...]], texts: Texts, memo: Memo
) -> tuple[DocumentText, ...]:
    """The documents, as the `tutorials`."""
    return tuple(
        memo.of(("document", place.id), _document, place, entry, uses.get(place.id, ()), texts)
        for place, entry in _of_kind(Document, project)
    )


def _of_kind(kind: type[E], project: Project) -> Iterator[tuple[_Place, E]]:
    """The entries of one kind, each with its place."""
    edits = edits_of(project.config)
    for id_, entry in project.library.items():
        if isinstance(entry, kind):
            yield _Place(id_, project.entries[id_], edits, project.pictures), entry


Uses = tuple[tuple[str, UsedBy], ...]
"""Steps that lead to a page, each behind the id of the entry that the page is of."""


def uses_of_plan(resolved: ResolvedPlan) -> Uses:
    """The steps of a plan's guides that lead to a page, in the order of the guides."""
    title = resolved.plan.tier_title
    return tuple(use for guide in resolved.guides for use in _uses(guide, title))


def uses_of_pages(plans: Iterable[Uses]) -> dict[str, tuple[UsedBy, ...]]:
    """The guides' steps that lead to each page, in the order of the guides."""
    found: dict[str, list[UsedBy]] = {}
    for entry, use in chain.from_iterable(plans):
        found.setdefault(entry, []).append(use)
    return {entry: tuple(uses) for entry, uses in found.items()}


def _uses(guide: Guide, tier_title: str) -> Iterator[tuple[str, UsedBy]]:
    """Those of a guide's phases, then those of its plays. Who is only told of a step is shown a line of it."""
    groups: tuple[GuidePhase | PlayText, ...] = (*guide.phases, *guide.plays)
    for group in groups:
        play = group.id if isinstance(group, PlayText) else ""
        for step in group.steps:
            for entry in _entries_of(step) if step.part is not Part.INFORMED else ():
                yield (
                    entry,
                    UsedBy(
                        tier=guide.tier,
                        tier_title=tier_title,
                        persona=guide.persona,
                        phase="" if play else group.id,
                        phase_title=group.title,
                        step=step.id,
                        step_title=step.title,
                        step_number=step.number,
                        step_of=len(group.steps),
                        play=play,
                        leader=None if step.part is Part.OWNER else step.owner,
                    ),
                )


def _entries_of(step: GuideStep) -> Iterator[str]:
    """The entries that a step leads to: that which it uses, and the documents among its links."""
    card, links = step.block(Card), step.block(LinksBlock)
    if card:
        yield card.entry
    for line in links.links if links else ():
        yield from (meant.id for meant in meant_in(line) if meant.kind == "document")


class _Place(Struct, frozen=True):
    """An entry's id and where it stands, with the pictures of the project."""

    id: str
    origin: Origin
    edits: Edits
    pictures: Mapping[str, Size]

    @property
    def key(self) -> Key:
        return key_of_entry(self.id)

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.origin.path)

    @property
    def edit(self) -> str:
        return self.edits.of(self.origin)


def _tutorial(
    place: _Place, entry: Tutorial, used_by: tuple[UsedBy, ...], texts: Texts
) -> TutorialText:
    return TutorialText(
        id=place.id,
        title=texts.text(entry.title),
        also=tuple(map(texts.text, other_names_of(entry))),
        summary=texts.prose(entry.summary),
        minutes=entry.minutes or NO_TIME,
        goal=texts.prose(entry.goal),
        before_you_start=texts.proses(entry.before_you_start),
        pictures=tuple(_picture(each, place, texts) for each in entry.pictures),
        actions=tuple(
            _action(place.key.below(action_id), number, action, place, texts)
            for number, (action_id, action) in enumerate(entry.actions.items(), start=1)
        ),
        verify=texts.prose(entry.verify),
        verify_key=place.key.verified,
        video=_video(entry.video, texts),
        used_by=used_by,
        reviewed=_reviewed(entry),
        edit=place.edit,
        file=place.origin.path,
    )


def _video(video: Video | None, texts: Texts) -> VideoText | None:
    return (
        VideoText(texts.text(video.url), video.minutes, texts.prose(video.transcript))
        if video
        else None
    )


def _reviewed(entry: object) -> date | None:
    return entry.reviewed if isinstance(entry, Dated) else None


def _action(key: Key, number: int, action: Action, place: _Place, texts: Texts) -> TutorialAction:
    return TutorialAction(
        key=key,
        number=number,
        title=texts.text(action.title),
        do=texts.prose(action.do),
        see=texts.prose(action.see),
        picture=_picture(action.picture, place, texts) if action.picture else None,
        stuck=texts.prose(action.stuck),
    )


def _picture(picture: Picture, place: _Place, texts: Texts) -> PictureText:
    path = posixpath.join(place.folder, picture.image)
    return picture_text(picture, path, place.pictures.get(path), texts)


def _quiz(place: _Place, entry: Quiz, used_by: tuple[UsedBy, ...], texts: Texts) -> QuizText:
    return QuizText(
        id=place.id,
        title=texts.text(entry.title),
        also=tuple(map(texts.text, other_names_of(entry))),
        summary=texts.prose(entry.summary),
        minutes=entry.minutes or NO_TIME,
        questions=tuple(
            _question(place.key.below(question_id), question, texts)
            for question_id, question in entry.questions.items()
        ),
        used_by=used_by,
        reviewed=_reviewed(entry),
        edit=place.edit,
        file=place.origin.path,
    )


def _question(key: Key, question: QuizQuestion, texts: Texts) -> QuizItem:
    return QuizItem(
        key=key,
        ask=texts.text(question.ask),
        answers=tuple(
            QuizAnswer(
                answer,
                texts.text(text),
                right=answer == question.answer,
                because=texts.prose(
                    question.because if answer == question.answer else question.why_not.get(answer)
                ),
            )
            for answer, text in question.options.items()
        ),
    )


def _document(
    place: _Place, entry: Document, used_by: tuple[UsedBy, ...], texts: Texts
) -> DocumentText:
    return DocumentText(
        id=place.id,
        title=texts.text(entry.title),
        also=tuple(map(texts.text, other_names_of(entry))),
        summary=texts.prose(entry.summary),
        minutes=entry.minutes or NO_TIME,
        sections=tuple(
            SectionText(
                title=texts.text(section.title),
                text=texts.prose(section.text),
                entries=blanks(section.fields, place.key, texts),
                tables=tuple(
                    _form_table(place.key.below(id_), table, texts)
                    for id_, table in section.tables.items()
                ),
            )
            for section in entry.sections
        ),
        used_by=used_by,
        reviewed=_reviewed(entry),
        edit=place.edit,
        file=place.origin.path,
    )


def _form_table(key: Key, table: FormTable, texts: Texts) -> FormTableText:
    printed = [
        FormRow(key.below(id_), tuple(texts.prose(row.get(column)) for column in table.columns))
        for id_, row in table.rows.items()
    ]
    nothing = tuple(Prose() for _ in table.columns)
    empty = [
        FormRow(key.empty(number), nothing) for number in range(1, (table.empty_rows or 0) + 1)
    ]
    return FormTableText(
        key,
        texts.text(table.title),
        {id_: texts.text(heading) for id_, heading in table.columns.items()},
        (*printed, *empty),
    )
