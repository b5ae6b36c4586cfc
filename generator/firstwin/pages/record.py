"""What a saved guide says beside what a browser knows of it already: what each line and each value is called.

In: the `SiteMap`. Out: one script a guide, `assets/records/<tier>/<persona>.js`, which is loaded when its reader saves the guide
as a document. `theme/scripts/guide/record.ts` has the same shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Final, Literal

from markupsafe import Markup
from msgspec import Struct

from firstwin.models.keys import Key, key_of_metric, key_of_plan, key_of_wins
from firstwin.models.part import Part
from firstwin.pages.blocks.done import done_tick
from firstwin.pages.blocks.entries import writes_down
from firstwin.pages.blocks.sign_off import signature_box
from firstwin.pages.blocks.ticks import group_title, own_groups, own_points
from firstwin.pages.document import sections_of
from firstwin.pages.form import form_of
from firstwin.pages.page import File
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.script_value import script_value
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import HOME, record_path
from firstwin.pages.worksheets import worksheet_of
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.blocks.ticks import Tick
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.guide import CriteriaText, Guide, GuidePhase, TierPlan
from firstwin.resolve.guide_step import AlternativeLabels, GuideStep
from firstwin.resolve.library_texts import DocumentText, QuizItem, QuizText, TutorialText
from firstwin.text import Prose, inline_html
from firstwin.words import Words

Row = list[Any]
"""A line or a value: its key, its kind, the rules under which it is there, and what it is called, in pieces. A piece is a text, or
the key of a value that stands there once it is written, with what stands there until then."""

_Kind = Mapping[str, str] | Literal[1, 2]
"""1 for what is ticked; 2 for a value log, below whose key its rows are kept; for what is written down, the names of what may be chosen, if it is not called as it is kept."""

_TICK: Final = 1
_LOG: Final = 2
_VALUE: Final[Mapping[str, str]] = {}
_BLANK: Final = re.compile(r'<span data-fw-value="([^"]*+)">([^<]*+)</span>')
_GAP: Final = "\ufdd0"
"""Stands for a blank while tags are taken off. It is no character, so no text has it."""


def record_files(plan: TierPlan, site: SiteMap) -> Iterator[File]:
    """The files of the guides of a plan."""
    for guide in site.guides_of(plan.tier):
        path = record_path(guide.tier, guide.persona.id)
        yield File(path, make=partial(_script, guide, site))


def _script(guide: Guide, site: SiteMap) -> str:
    return f"var fwRecord={script_value(_record(guide, site))};\n"


def _record(guide: Guide, site: SiteMap) -> dict[str, Any]:
    """The rows of each phase and step, and of what stands behind them with a title of its own: what is written for all plans."""
    reader = reader_of(guide, HOME, site)
    plan = key_of_plan(guide.tier)
    rows = _Rows(reader, _fields(guide, reader))
    of: dict[str, list[Row]] = {}
    for phase in guide.phases:
        of[plan.below(phase.id)] = list(rows.of_phase(phase))
        of |= {step.key: list(rows.of_step(step)) for step in phase.steps}
    sheets = []
    for key, title, own in chain(
        _success(site.plan(guide.tier), rows, site.words),
        _documents(rows),
        _quizzes(rows),
        _worksheets(rows),
        _value_log(site),
    ):
        of[key] = list(own)
        if of[key]:
            sheets.append([key, title])
    return {"rows": {key: own for key, own in of.items() if own}, "sheets": sheets}


_Sheet = tuple[str, str, Iterator[Row]]


def _success(plan: TierPlan, rows: _Rows, words: Words) -> Iterator[_Sheet]:
    """What has to be true when onboarding is over."""
    own = rows.of_criteria(plan.criteria)
    # Translators: Over the targets and criteria of a plan.
    yield key_of_plan(plan.tier).complete, words.say("plan", "When we call it a success"), own


def _documents(rows: _Rows) -> Iterator[_Sheet]:
    """What is filled in, in the documents that the guide leads to."""
    entries = rows.reader.site.entries
    for entry in rows.reader.entries:
        document = entries[entry]
        if isinstance(document, DocumentText):
            yield document.id, document.title, rows.of_document(document)


def _quizzes(rows: _Rows) -> Iterator[_Sheet]:
    """What is answered in the quizzes that the guide leads to."""
    entries = rows.reader.site.entries
    for entry in rows.reader.entries:
        quiz = entries[entry]
        if isinstance(quiz, QuizText):
            own = (rows.of_question(question) for question in quiz.questions)
            yield quiz.id, quiz.title, own


def _value_log(site: SiteMap) -> Iterator[_Sheet]:
    """What was won, where there is a page to write it down on."""
    if site.guides.metrics:
        log = key_of_wins()
        yield log, site.words.say("value log", "Value log"), iter([_row(log, _LOG, [])])


def _worksheets(rows: _Rows) -> Iterator[_Sheet]:
    """The numbers in worksheets."""
    site = rows.reader.site
    for metric in site.guides.metrics:
        sheet = worksheet_of(metric, site.words)
        if sheet:
            own = (_row(field.key, _VALUE, [field.label]) for field in sheet.inputs)
            yield key_of_metric(metric.id), sheet.title, own


class _Rows(Struct, frozen=True):
    """Writes the rows of one reader. `fields` are the keys of what their guide has to write down, in its order."""

    reader: Reader
    fields: Sequence[Key]

    def of_phase(self, phase: GuidePhase) -> Iterator[Row]:
        """What has to be true before a phase begins, and at its end."""
        yield from (self._tick(tick) for tick in phase.ready_when)
        yield from self.of_criteria(phase.criteria)

    def of_criteria(self, criteria: CriteriaText) -> Iterator[Row]:
        """What has to be true."""
        for tick in (*criteria.technical, *criteria.user, *criteria.value):
            yield self._tick(tick)

    def of_step(self, step: GuideStep) -> Iterator[Row]:
        """What the reader ticks and writes down in a step. The box that says of a step that it is done is the step's own."""
        reader = self.reader
        if form_of(step, reader) in ("told", "seen"):
            return
        yield from self._of_tutorial(step)
        for group, own in own_groups(step, reader):
            heading = group_title(group, step, reader.words)
            yield from (self._tick(tick, heading, group.conditions) for tick in own)
        yield from (self._tick(tick) for tick in own_points(step, reader))
        if writes_down(step, reader):
            yield from self._of_trials(step)
            entries = step.block(Entries)
            for entry in entries.entries if entries else ():
                yield _row(entry.key, _VALUE, [entry.label])
        box = signature_box(step, reader)
        if box:
            yield _row(box.key, _TICK, [box.text])

    def of_document(self, document: DocumentText) -> Iterator[Row]:
        """What is filled into a document; a cell is named by its table, its row and its column."""
        words = self.reader.words
        for section in sections_of(document, words):
            yield from (_row(entry.key, _VALUE, [entry.label]) for entry in section.entries)
            for table in section.tables:
                for cell in (cell for row in table.rows for cell in row if cell.key):
                    yield _row(cell.key, _VALUE, [words.row(table.title, cell.label)])

    def of_question(self, question: QuizItem) -> Row:
        """A question of a quiz; each answer with whether it is right."""
        words = self.reader.words
        # Translators: What a reader is told who has chosen the right answer to a question.
        right = words.say("quiz", "That is right.")
        # Translators: What a reader is told who has chosen a wrong answer to a question.
        wrong = words.say("quiz", "That is not right.")
        said = {
            answer.id: words.row(answer.text, right if answer.right else wrong)
            for answer in question.answers
        }
        return _row(question.key, said, [question.ask])

    def _of_tutorial(self, step: GuideStep) -> Iterator[Row]:
        card = step.block(Card)
        tutorial = self.reader.site.entries.get(card.entry) if card else None
        if isinstance(tutorial, TutorialText) and step.part is Part.OWNER:
            for action in tutorial.actions:
                called = [action.title] if action.title else self._pieces(action.do)
                yield _row(action.key, _TICK, called)
            if not done_tick(step, self.reader):
                yield _row(tutorial.verify_key, _TICK, self._pieces(tutorial.verify))

    def _of_trials(self, step: GuideStep) -> Iterator[Row]:
        """What came of each test, in words, and why."""
        say, trials = self.reader.words.say, step.block(Trials)
        results = {
            # Translators: What came of a test: it did as expected.
            "passed": say("test", "Passed"),
            # Translators: What came of a test: it did not do as expected.
            "failed": say("test", "Failed"),
            # Translators: What came of a test: it will be done later.
            "deferred": say("test", "Deferred"),
        }
        for trial in trials.trials if trials else ():
            yield _row(trial.key, results, self._pieces(trial.scenario))
            # Translators: Before the reason for which a test failed or was deferred.
            yield _row(trial.key.why, _VALUE, [say("test", "Why")])

    def _tick(self, tick: Tick, heading: str = "", around: Sequence[AlternativeLabels] = ()) -> Row:
        """A line; what stands over it, such as its day, tells it from others with the same words."""
        pieces = self._pieces(tick.text)
        if heading:
            pieces = [f"{heading} · ", *pieces]
        return _row(tick.key, _TICK, pieces, (*around, *tick.conditions))

    def _pieces(self, text: Prose) -> list[Any]:
        """A text in pieces: between them stands what the reader writes down."""
        html = inline_html(text)
        texts = Markup(_BLANK.sub(_GAP, html)).striptags().split(_GAP)  # noqa: S704 - prose is HTML of ours
        pieces: list[Any] = [texts[0]]
        for (name, gap), after in zip(_BLANK.findall(html), texts[1:], strict=True):
            key, until = self._key_of(name), Markup(gap).striptags()  # noqa: S704 - as above
            pieces += [[key, until] if key else until, after]
        return [piece for piece in pieces if piece]

    def _key_of(self, name: str) -> Key | None:
        """The key of a field by its name in a text: `reader.field` or `reader.step.field`."""
        end = "/" + "/".join(name.split(".")[1:])
        return next((key for key in self.fields if key.endswith(end)), None)


def _row(
    key: str,
    kind: _Kind,
    pieces: list[Any],
    conditions: Sequence[AlternativeLabels] = (),
) -> Row:
    return [key, kind, [condition.rule for condition in conditions], *pieces]


def _fields(guide: Guide, reader: Reader) -> list[Key]:
    """The keys of the fields that the guide's pages have."""
    return [
        entry.key
        for phase in guide.phases
        for step in phase.steps
        if form_of(step, reader) not in ("told", "seen")
        for entries in (step.block(Entries),)
        if entries
        for entry in entries.entries
    ]
