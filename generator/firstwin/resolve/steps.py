"""A step as everybody in the edition may read it.

In: a `Step`. Out: a `GuideStep` nobody in particular reads: no part, and the minutes of everyone. `personas` makes it one reader's own.
"""

from __future__ import annotations

from firstwin.errors import FirstwinError
from firstwin.models.keys import Key
from firstwin.models.part import Part
from firstwin.models.plan import Days, SourceLine, Step
from firstwin.models.steps.content import Content
from firstwin.models.steps.milestone import Milestone
from firstwin.resolve import details
from firstwin.resolve.guide_step import GuideStep, Win
from firstwin.resolve.names import Names
from firstwin.resolve.texts import Texts
from firstwin.resolve.ticks import entries, ticks


class UnfinishedStepError(FirstwinError):
    """A step has no owner or no days: the rules stop such a plan, so it never comes this far."""


def guide_step(step: Step, number: int, playbook: Key, names: Names) -> GuideStep:
    """The step with its names and texts. `number` counts from 1 where it stands."""
    content, key = step.content, playbook.below(step.id)
    texts = names.texts.setting(step.values)
    owner, days = _settled(step)
    sender = names.roles[owner]
    length = details.page_length(content)
    return GuideStep(
        id=step.id,
        key=key,
        number=number,
        type=content.type,
        title=texts.text(content.title),
        summary=texts.prose(content.summary),
        text=texts.prose(content.text),
        moment=names.moment(step.window, days),
        owner=sender,
        with_=names.people(content.with_),
        informed=names.people(content.informed),
        part=Part.NONE,
        minutes=content.minutes or content.session_minutes(),
        optional=content.optional,
        conditions=names.labels(content.only_if),
        needs=names.needs(content.needs),
        ticks=ticks(content, key, names, texts),
        entries=entries(content, key, texts),
        deliverables=texts.proses(content.deliverables),
        links=details.addresses(content.links, texts),
        sign_off=names.people(content.sign_off),
        accountable=names.roles[content.raci.accountable] if content.raci else None,
        consulted=names.people(content.raci.consulted if content.raci else ()),
        acceptance=details.acceptance(content, names, texts),
        done_when=texts.prose(content.criterion),
        win=_win(step.id, content, days, texts),
        notes=details.remarks(content.notes, texts),
        page=(step.entry or "") if length else "",
        actions=length,
        agenda=details.agenda(content, texts),
        sessions=details.sessions(content, names, texts),
        letter=details.letter(content, sender, names, texts),
        mapping=details.mapping(content, texts),
        checks=details.checks(content, texts),
        first_value=isinstance(content, Milestone) and content.first_value,
        metrics=details.metrics(content, names),
        questions=details.questions(content, texts),
        handoff_to=details.handoff_to(content, names),
        contents=details.contents(content, texts),
        instructions=details.instructions(content, texts),
        origins=_origins(step),
        edit=names.edits.of(step.origin),
    )


def _settled(step: Step) -> tuple[str, Days]:
    if step.owner is None or step.days is None:
        missing = "owner" if step.owner is None else "planned days"
        raise UnfinishedStepError(f"the step `{step.id}` has no {missing}", "run `firstwin check`")
    return step.owner, step.days


def _win(id_: str, content: Content, days: Days, texts: Texts) -> Win | None:
    written = content.quick_win
    if written is None:
        return None
    return Win(texts.text(written.title), texts.prose(written.text), id_, days.last)


def _origins(step: Step) -> dict[str, SourceLine]:
    path, own = step.origin.path, step.origin.document.lines_below(step.origin.keys)
    lines = {name: SourceLine(path, line) for name, line in own.items()}
    lines |= {name: origin.source_line for name, origin in step.origins.items()}
    if "done_when" not in lines and "verify" in lines:
        lines["done_when"] = lines["verify"]
    return lines
