"""FW612: prose for customers that is hard to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.project import Vocabulary
from firstwin.models.values import Audience, Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText
from firstwin.sources import KeyPath
from firstwin.system.fields import field_names
from firstwin.text.reading import Readability, read
from firstwin.validate.words import listed

CODE = Code(
    "FW612",
    Severity.WARNING,
    "Prose that is hard to read",
    "Long sentences and long words make a guide hard to follow. The measure is the Flesch-Kincaid "
    "grade: how many years at school a reader needs (Kincaid and others, 1975). It is taken over the "
    "prose of a step or a tutorial's action together, and only where that is 25 words or more; "
    "entries of lists do not count. What no customer sees is not looked at. The rule knows English "
    "only and is silent in other languages; `writing.reading_grade` in `site_config.yml` sets how "
    "much is too much. Without it that is 12: most business letters pass, and what fails is worth a second look.",
    wrong="text: |-\n  The configuration of the authentication integration necessitates the preliminary authorisation of an organisational\n  administrator, whose responsibilities additionally include the subsequent verification of every identity.",
    right="text: |-\n  Ask an admin to let you in. The admin also looks at who you are. Without that, nobody can connect the two\n  tools, and nobody can sign in with the account they have.",
)

FEWEST_WORDS = 25
"""Below this a single long word decides the grade."""
LONG_SENTENCE = 15
SHORT_SENTENCE = 8
"""What nobody has to go below: there it is the words that are too long."""
MOST_WORDS_NAMED = 3

_BY_ID = frozenset({"actions", "adjust", *field_names(Vocabulary)})
_ALONE = frozenset({"body", "video"})
_TICKED = frozenset({"items", "criteria", "ready_when", "acceptance"})


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    most = inspection.project.config.writing.reading_grade
    if not inspection.is_english:
        return
    for texts in _units(inspection):
        reading = read(text.value for text in texts)
        if reading.words >= FEWEST_WORDS and reading.grade > most:
            hardest = max(texts, key=lambda text: len(read([text.value]).longest))
            yield Diagnostic(
                CODE,
                f"this takes {reading.grade:.1f} years of school to follow, more than {most}",
                span_of(hardest.origin, " ".join(reading.longest[:2])),
                _hint(reading, most),
            )


def _hint(reading: Readability, most: int) -> str:
    """How much to shorten: to how many words a sentence, as far as shorter sentences are enough; and which words."""
    average, enough = round(reading.words / len(reading.sentences)), reading.length_for(most)
    is_enough = enough >= SHORT_SENTENCE
    advice = []
    if is_enough:
        advice.append(
            f"write sentences of {enough} words on average, where they have {average} now: the longest has "
            f"{len(reading.longest)}"
        )
    elif len(reading.longest) > LONG_SENTENCE:
        advice.append(f"cut the sentence of {len(reading.longest)} words in two")
    if reading.long_words:
        words = listed(reading.long_words[:MOST_WORDS_NAMED], "and")
        advice.append(f"find plainer words for {words}")
    return (
        f", {'or' if is_enough else 'and'} ".join(advice)
        or "write shorter sentences, of shorter words"
    )


def _units(inspection: Inspection) -> Iterable[Sequence[AuthorText]]:
    """The prose that customers read, in pieces that are read in one go."""
    shown, kept_back = _shown(inspection), _kept_back(inspection.project.vocabulary)
    found: dict[tuple[int, KeyPath], list[AuthorText]] = {}
    for text in inspection.texts:
        if id(text.base) in shown and text.keys[:2] not in kept_back and _is_prose(text):
            found.setdefault((id(text.base), _piece(text.keys)), []).append(text)
    return found.values()


def _shown(inspection: Inspection) -> Collection[int]:
    """The places, by identity, below which customers read texts."""
    project, customer = inspection.project, Audience.CUSTOMER
    steps = [step for step in inspection.every_step() if step.audience is customer]
    used = {use.entry for use in inspection.uses if use.audience is customer}
    plans = [plan for plan in inspection.plans if plan.audience is customer]
    places = [
        *inspection.catalog.files.values(),
        *(origin for id_, origin in project.entries.items() if id_ in used),
        *(step.origin for step in steps),
        *(plan.origin for plan in plans),
        *(phase.origin for plan in plans for phase in plan.phases if phase.audience is customer),
        *(persona.origin for plan in plans for persona in plan.personas.values()),
        *(play.origin for play in project.plays.values() if play.audience is customer),
    ]
    return {id(place) for place in places}


def _kept_back(vocabulary: Vocabulary) -> Collection[KeyPath]:
    """The entries of vocabulary files that customers do not see."""
    files = {name: getattr(vocabulary, name) for name in field_names(Vocabulary)}
    return {
        (name, id_)
        for name, things in files.items()
        for id_, thing in things.items()
        if getattr(thing, "audience", Audience.CUSTOMER) is not Audience.CUSTOMER
    }


def _is_prose(text: AuthorText) -> bool:
    """Whether a text is no label, no entry of a list, no line to tick, and no remark for others."""
    if not isinstance(text.value, Markdown):
        return False
    keys = text.keys
    for_others = "notes" in keys and keys[-1] != Audience.CUSTOMER.value
    listed_or_ticked = any(isinstance(key, int) or key in _TICKED for key in keys)
    return not for_others and not listed_or_ticked


def _piece(keys: KeyPath) -> KeyPath:
    """What a text is read together with: an action, an adjustment, an entry of a vocabulary, or a letter.

    All else that stands in one place is read in one go.
    """
    if keys[0] in _BY_ID:
        return keys[:2]
    return keys[:1] if keys[0] in _ALONE else ()


RULE = Rule(CODE, check, plan_by_plan=True)
