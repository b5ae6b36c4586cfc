"""FW609: a title that is no instruction: it has no verb, names what is done, or promises to explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.models.steps.document import Document
from firstwin.rules.inspection import Inspection
from firstwin.rules.instructions import INSTRUCTIONS
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.validate.words import short

CODE = Code(
    "FW609",
    Severity.WARNING,
    "A step's title that is no instruction",
    "A step's title says what to do: Connect single sign-on. A title that begins with an article "
    "or a gerund names a thing instead, and `How to`, a question word or `you` promises to explain. One that ends in a word "
    "such as *meeting*, *setup* or *review* and begins with no verb is a name as well. The rule knows English "
    "only and is silent in other languages; `writing.title_openings` in `site_config.yml` names "
    "more words.",
    wrong="title: Connecting single sign-on",
    right="title: Connect single sign-on",
)


_opening = re.compile(
    r"(?:the|an?|how to|what|why|when|where|who|your?|our|we|this|these)(?=\s)|[a-z]{2,}ing\b",
    re.IGNORECASE,
)
_event = re.compile(
    r"(?:(?P<first>[a-z][\w/-]*)\s+)?(?:[\w/&-]+\s+){0,3}(?P<last>call|checklist|configuration|demo|handoff|handover|integration|"
    r"introduction|kick-?off|meeting|migration|onboarding|overview|preparation|review|session|set-?up|survey|sync|training|"
    r"workshop)s?",
    re.IGNORECASE,
)
"""A few words that end in what happens: `Kickoff call`, `Data migration`."""
_HINT = "begin with the verb: Connect single sign-on"
_VERBS = frozenset({"bring", "ping", "ring", "sing", "spring", "string", "swing"})
"""Words that end in -ing and are instructions all the same."""


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    config = inspection.project.config
    own = [word.lower() for word in config.writing.title_openings]
    for title, origin in _titles(inspection):
        found = _opening.match(title) if inspection.is_english else None
        opening = found[0] if found and found[0].lower() not in _VERBS else ""
        opening = opening or next((word for word in own if _begins(title, word)), "")
        if not opening and inspection.is_english and _names_an_event(title):
            message = f"a title is an instruction: `{short(title)}` names what happens, and not what to do"
            yield Diagnostic(CODE, message, origin.span, _HINT)
        if opening:
            yield Diagnostic(
                CODE,
                f"a title is an instruction: this one begins with `{title[: len(opening)]}`",
                span_of(origin, title[: len(opening)]),
                _HINT,
            )


def _names_an_event(title: str) -> bool:
    """Whether a title has no verb that anybody would look for there."""
    found = _event.fullmatch(title.strip())
    if not found:
        return False
    first = (found["first"] or "").lower()
    return not (first and (first in INSTRUCTIONS or first.endswith(("ify", "ise", "ize"))))


def _titles(inspection: Inspection) -> Iterator[tuple[str, Origin]]:
    """The titles of steps, once where they are written."""
    for step in inspection.every_step():
        if "title" not in step.origins and step.content.title:
            yield step.content.title, step.origin.at("title")
    for id_, entry in inspection.library.items():
        if not isinstance(entry, Document):  # that is called by its name
            yield entry.title, inspection.project.entries[id_].at("title")
    for plan in inspection.plans:
        for persona in plan.personas.values():
            for id_, adjustment in persona.adjust.items():
                if adjustment.title:
                    yield adjustment.title, persona.origin.at("adjust", id_, "title")


def _begins(title: str, word: str) -> bool:
    begins = title.lower().startswith(word)
    return begins and not title[len(word) : len(word) + 1].isalnum()


RULE = Rule(CODE, check, plan_by_plan=True)
