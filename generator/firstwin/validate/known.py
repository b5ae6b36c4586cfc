"""What may be referred to, and what to say about a reference to anything else.

In: the ids a project defines, by kind. Out: a diagnostic for each id that is none of them. Ids that were
left out with a faulty piece are passed over: what is wrong there was said already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from msgspec import Struct, field, structs

from firstwin.diagnostics import Code, Diagnostic
from firstwin.models.condition import NO_OPTIONS, Clause, meant_condition
from firstwin.models.mentions import Mention
from firstwin.models.plan import Origin
from firstwin.models.values import made_id
from firstwin.models.vocabulary import Condition
from firstwin.sources import Document
from firstwin.sources.answers import NO, YES
from firstwin.validate import reference_codes as codes
from firstwin.validate.mended import value_at
from firstwin.validate.words import Spelling, listed

MOST_WORDS = 20
"""The words of a text in which ids are looked for that stand side by side."""


class Known(Struct, frozen=True, dict=True):
    """The ids of one kind. `ids` is None where the file that defines them could not be read.

    `titles` are the titles of some of them, `renamed` what some were called before.
    """

    code: Code
    noun: str
    ids: Collection[str] | None
    define: str
    left_out: Collection[str] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def check(self, id_: str, origin: Origin, *, at_key: bool = False) -> Iterator[Diagnostic]:
        """A diagnostic if `id_`, mentioned at `origin`, is not known."""
        if self.ids is None or id_ in self.ids or id_ in self.left_out:
            return
        yield Diagnostic(
            self.code,
            f"there is no {self.noun} `{id_}`",
            origin.key_span if at_key else origin.span,
            self.hint(id_),
        )

    def hint(self, word: str) -> str:
        """What to write for a word that is not known: the id it was before, the one of that title, the nearest."""
        if word in self.renamed:
            return f"it is now called `{self.renamed[word]}`"
        return self._did_you_mean(word) or self.define

    def hint_under(self, key: str, word: str) -> str:
        """The same where the word stands under another key, and this one was meant."""
        return self._did_you_mean(word, f"{key}: ") or f"did you mean `{key}`? Then {self.define}"

    def _did_you_mean(self, word: str, before: str = "") -> str:
        name = _without_remark(word)
        bare = made_id(name)
        titled = self._by_title.get(made_id(word)) or self._by_title.get(bare)
        if not titled and name != word and bare in (self.ids or ()):
            titled = bare
        if not titled and word != bare and bare in self.left_out:
            titled = bare  # it is defined, and faulty there
        if titled:
            return f"did you mean `{before}{titled}`?"
        return self._spelling.did_you_mean(word, before)

    def meant(self, words: Iterable[str]) -> list[str]:
        """The ids of words, which are ids or made of titles; none where one of them is not known."""
        ids = [word if word in (self.ids or ()) else self._by_title.get(word, "") for word in words]
        return ids if all(ids) else []

    def in_a_row(self, text: str) -> list[str]:
        """The ids that a text names, each as it is or by its title, with nothing but spaces between; none where a word is left."""
        words = [made_id(word) for word in text.split()]
        return self._named_by(words) if len(words) <= MOST_WORDS else []

    def _named_by(self, words: Sequence[str]) -> list[str]:
        """The ids that words make, each of as many as can be; none where one of the words is in none."""
        for end in range(len(words), 0, -1):
            first = self.meant(["-".join(words[:end])])
            rest = self._named_by(words[end:]) if first else []
            if rest or (first and end == len(words)):
                return list(dict.fromkeys([*first, *rest]))
        return []

    @cached_property
    def _by_title(self) -> Mapping[str, str]:
        return {made_id(title): id_ for id_, title in self.titles.items() if made_id(title)}

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self.ids or ())


class Vocabularies(Struct, frozen=True):
    """Everything the vocabulary files and the library define."""

    roles: Known
    tiers: Known
    metrics: Known
    conditions: Known
    plays: Known
    entries: Known
    questions: Mapping[str, Condition]
    _spellings: dict[str, Spelling] = field(default_factory=dict)

    def mention(self, mention: Mention, origin: Origin) -> Iterator[Diagnostic]:
        """What is wrong with something that is mentioned below `origin`."""
        if mention.clause:
            yield from self._condition(mention.clause, origin.at(*mention.keys))
        else:
            known = self.roles if mention.kind == "role" else self.metrics
            yield from known.check(mention.id, origin.at(*mention.keys))

    def answer(
        self, condition: str, answer: str, origin: Origin, *, at_key: bool = False
    ) -> Iterator[Diagnostic]:
        """What is said of an answer, written at `origin`, that a condition does not have."""
        options = self.questions[condition].labels
        if options:
            message = f"`{condition}` has no option `{answer}`"
            hint = self.hint_for_option(condition, answer)
        else:
            message = f"`{condition}` is answered yes or no, not `{answer}`"
            hint = "write `yes` or `no`"
        span = origin.key_span if at_key else origin.span
        yield Diagnostic(codes.UNKNOWN_OPTION, message, span, hint)

    def answers(self, answers: Mapping[str, str], origin: Origin) -> Iterator[Diagnostic]:
        """What is wrong with answers by conditions, written at `origin`."""
        for id_, answer in answers.items():
            condition = self.questions.get(id_)
            if condition is None:
                yield from self.conditions.check(id_, origin.at(id_), at_key=True)
            elif answer not in condition.choices:
                yield from self.answer(id_, answer, origin.at(id_))

    def _condition(self, clause: Clause, origin: Origin) -> Iterator[Diagnostic]:
        condition = self.questions.get(clause.condition)
        if condition is None:
            negated = clause.condition.removeprefix("not-")
            for found in self.conditions.check(
                clause.condition, origin, at_key=bool(clause.option)
            ):
                is_negated = negated != clause.condition and negated in self.questions
                yield replace(found, hint=f"write `not {negated}`") if is_negated else found
        elif clause.option and not condition.labels:
            yield _answered(clause, origin)
        elif condition.labels and not clause.option:
            message = f"`{clause.condition}` is not answered yes or no, but with an option"
            answers = (f"{clause.condition}: {option}" for option in condition.labels)
            hint = f"write {listed(answers)}"
            yield Diagnostic(codes.UNKNOWN_OPTION, message, origin.span, hint)
        elif clause.option and clause.option not in condition.labels:
            yield from self.answer(clause.condition, clause.option, origin)

    def hint_for_option(self, condition: str, answer: str) -> str:
        """What to write for an answer that is no option of a condition; nothing where nobody knows its options."""
        known = self.questions.get(condition)
        if known is None or not known.labels:
            return ""
        meant = self._options(condition).did_you_mean(answer)
        return meant or f"its options are {listed(known.labels, 'and')}"

    def _options(self, condition: str) -> Spelling:
        """The options of a condition."""
        if condition not in self._spellings:
            self._spellings[condition] = Spelling(self.questions[condition].labels)
        return self._spellings[condition]


def _answered(clause: Clause, origin: Origin) -> Diagnostic:
    """What is said of an option, written at `origin`, for a condition that has none."""
    if str(clause.option) not in YES | NO:
        message = f"`{clause.condition}` is answered yes or no, not `{clause.option}`"
        hint = f"write `{clause.condition}` or `not {clause.condition}`"
        return Diagnostic(codes.UNKNOWN_OPTION, message, origin.span, hint)
    message, hint = NO_OPTIONS, f"write {meant_condition(str(clause))}"
    above = structs.replace(origin, keys=origin.keys[:-1])
    document = origin.document
    others = value_at(document.data, above.keys) if isinstance(document, Document) else {}
    if isinstance(others, dict) and len(others) == 1:
        return Diagnostic(codes.UNKNOWN_OPTION, message, above.span, hint)
    hint = f"make a list of the conditions, with an entry of its own for this: {meant_condition(str(clause))}"
    return Diagnostic(codes.UNKNOWN_OPTION, message, origin.span, hint)


def _without_remark(word: str) -> str:
    """A name without what stands in brackets behind it: `Sponsor` of `Sponsor (optional)`."""
    name, opened, remark = word.rpartition("(")
    is_remark = opened and remark.count(")") == 1 and remark.rstrip().endswith(")")
    return name if is_remark else word
