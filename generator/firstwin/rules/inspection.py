"""What the rules look at: a part of a catalog, and what several rules want to know about it.

In: a `Part` of a catalog, and what day it is. Out: an `Inspection`, which works each thing out once, when a rule first asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from msgspec.structs import replace

from firstwin.caching.memo import Memo
from firstwin.models.library import Parameter, parameters_of, values_of_use
from firstwin.models.mentions import Kind
from firstwin.models.own_page import PagePart
from firstwin.models.picture import Picture
from firstwin.models.plan import Days, Origin, Persona, PhasePlan, Plan, PlayPlan, Step
from firstwin.models.playbook import Touchpoint
from firstwin.models.project import Project, Vocabulary
from firstwin.models.steps.content import Content
from firstwin.models.steps.milestone import Milestone
from firstwin.models.steps.tutorial import Tutorial
from firstwin.models.values import Audience
from firstwin.models.vocabulary import Side, Tier
from firstwin.rules.decided_away import answers_of, away_in, is_away
from firstwin.rules.needs import Need, Needs, needs_of_plan, needs_of_play
from firstwin.rules.part import EntryUse, ProjectPart
from firstwin.rules.texts import AuthorText, AuthorTexts, texts_in, texts_of_each
from firstwin.sources import Document
from firstwin.text import Inside
from firstwin.validate.mended import value_at
from firstwin.validate.words import Spelling
from firstwin.words import OwnWords, own_words

T = TypeVar("T")
MOST_USES = 50


class Inspection:
    """One look at a part of a catalog."""

    def __init__(self, part: ProjectPart, today: date, memo: Memo) -> None:
        self.catalog = part.catalog
        self.today = today
        self._part = part
        self._found: dict[Callable[[Inspection], object], object] = {}
        self.memo = memo

    @property
    def project(self) -> Project:
        """The project, to look things up in: that something is there does not say that it is looked at."""
        return self.catalog.project

    @property
    def config(self) -> Document:
        """The file of the configuration."""
        return next(iter(self.catalog.documents.values()))

    @property
    def plans(self) -> Sequence[Plan]:
        """The plans that are looked at."""
        return tuple(self._part.plans.values())

    @property
    def plays(self) -> Sequence[PlayPlan]:
        """The plays that are looked at."""
        return tuple(self._part.plays.values())

    @property
    def library(self) -> Mapping[str, Content]:
        """The entries of the library that are looked at."""
        return self._part.library

    @property
    def vocabulary(self) -> Vocabulary:
        """What is looked at of the vocabularies."""
        return self._part.vocabulary

    def every_step(self) -> Iterator[Step]:
        """Every step of the plans and plays that are looked at, those that personas add too."""
        for plan in self.plans:
            yield from plan.every_step()
        for play in self.plays:
            yield from play.steps

    def of_each_plan(self, name: str, find: Callable[..., T], *given: object) -> list[T]:
        """What is found in each plan that is looked at, and in its texts. It depends on nothing but what else is `given`."""
        return [
            self.memo.of((name, tier), find, plan, texts_of_each(tier, plan, self.memo), *given)
            for tier, plan in self._part.plans.items()
        ]

    def once(self, find: Callable[[Inspection], T]) -> T:
        """What is found in this look, for several rules: the first that asks has it found."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast("T", self._found[find])

    @property
    def is_english(self) -> bool:
        """Whether the texts are English: some rules about writing know no other language."""
        return self.project.config.language.lower().split("-")[0] == "en"

    @cached_property
    def own_words(self) -> OwnWords:
        """What the site says instead of firstwin, and what is wrong with it."""
        return own_words(self.catalog.words, self.project.config.language)

    # Steps

    def pictures(self) -> Iterator[tuple[Origin, Picture]]:
        """The pictures of entries, of tutorials' actions, of steps and of own pages, each with the place of what says its `image`.

        What a step takes from its entry is the entry's.
        """
        for id_, entry in self.project.library.items():
            origin = self.project.entries[id_]
            for name, action in entry.actions.items() if isinstance(entry, Tutorial) else ():
                if action.picture:
                    yield origin.at("actions", name), action.picture
            yield from _pictures(origin, entry)
        for step in self.every_step():
            if around := step.around("pictures"):
                yield from _pictures(around, step.content)
        for own in self.project.own_pages.values():
            yield from _pictures(own.origin, own.page)
            for number, section in enumerate(own.page.sections):
                yield from _pictures(own.origin.at("sections", number), section)

    def parameters(self, entry: str) -> Mapping[str, Parameter]:
        """The parameters a library entry declares."""
        return parameters_of(self.project.library[entry])

    def first_values(self, plan: Plan) -> Sequence[Step]:
        """The milestones of a plan that say they are the first value."""
        return [
            step
            for step in plan.steps()
            if isinstance(step.content, Milestone) and step.content.first_value
        ]

    def entry_or_step(self, step: Step) -> Origin:
        """Where something is missing: in the library entry, if there is one, else in the step."""
        return self.project.entries[step.entry] if step.entry else step.origin

    def window_origin(self, dated: Step | PhasePlan) -> Origin:
        """Where the window of a step or phase was written."""
        key = dated.window.key if dated.window else "id"
        return dated.origin_of(key)

    @cached_property
    def needs(self) -> Sequence[Needs]:
        """What needs what, in each plan and each play."""
        return (
            *(needs_of_plan(plan, away_in(plan, self.answers(plan))) for plan in self.plans),
            *(needs_of_play(play) for play in self.plays),
        )

    def dated_needs(self) -> Iterator[tuple[Need, Days, Days]]:
        """Each need outside of loops, with the days of who needs and of what is needed."""
        for needs in self.needs:
            for need in needs.needs:
                own, its = needs.days.get(need.who), needs.days.get(need.what)
                if own and its and not needs.is_in_knot(need):
                    yield need, own, its

    # Vocabulary

    @cached_property
    def mentioned(self) -> Collection[tuple[Kind, str]]:
        """Every role, metric and condition that something mentions.

        A misspelt one counts for the one that was probably meant: that it looks unused or without a
        part only follows from the mistake.
        """
        return self._mentioned | self._meant

    @cached_property
    def unclear(self) -> Collection[Kind]:
        """The kinds of which unknown ones are mentioned, and nobody knows what they mean: any of those there are."""
        _ = self._meant  # looks for them
        unknown = {
            kind
            for kind, id_ in self._mentioned
            if id_ not in getattr(self.project.vocabulary, f"{kind}s")
            and not self._spelling[kind].nearest(id_)
        }
        return unknown | {kind for kind, spelling in self._spelling.items() if spelling.gave_up}

    def is_misspelt_somewhere(self, role: str) -> bool:
        """Whether some unknown role probably means this one, or may."""
        return ("role", role) in self._meant or "role" in self.unclear

    @cached_property
    def _mentioned(self) -> AbstractSet[tuple[Kind, str]]:
        plays = (step.content for play in self.project.plays.values() for step in play.steps)
        beside = _mentioned_in((*self.project.library.values(), *plays))
        return beside.union(*self.of_each_plan("mentioned in a plan", _mentioned_in_plan))

    @cached_property
    def _meant(self) -> AbstractSet[tuple[Kind, str]]:
        """What the unknown ones that are mentioned probably mean."""
        found: set[tuple[Kind, str]] = set()
        for kind, id_ in sorted(self._mentioned):
            known = getattr(self.project.vocabulary, f"{kind}s")
            meant = None if id_ in known else self._spelling[kind].nearest(id_)
            if meant:
                found.add((kind, meant))
        return found

    @cached_property
    def _spelling(self) -> Mapping[Kind, Spelling]:
        vocabulary = self.project.vocabulary
        return {
            "role": Spelling(vocabulary.roles),
            "metric": Spelling(vocabulary.metrics),
            "condition": Spelling(vocabulary.conditions),
        }

    # People

    def tier(self, plan: Plan) -> Tier | None:
        """The tier a plan is for."""
        return self.project.vocabulary.tiers.get(plan.tier)

    def is_for_customers(self, plan: Plan) -> bool:
        """Whether a plan's tier is one of customers."""
        tier = self.tier(plan)
        return tier is not None and tier.audience is Audience.CUSTOMER

    def readers(self, plan: Plan) -> Sequence[Persona]:
        """The personas a plan is written for, and those whose role is not known.

        A guide of the vendor's own people shows the same steps from behind.
        """
        return readers_of(plan, self.project.vocabulary)

    def audience(self, persona: Persona) -> Audience:
        """The edition in which a persona reads its guide."""
        return self.project.vocabulary.audience_of(persona.role)

    def guide(self, plan: Plan, persona: Persona) -> Iterator[tuple[PhasePlan, Step]]:
        """The steps a persona sees, in its own edition: without those that the tier decided away."""
        return guide_of(plan, persona, self.project.vocabulary)

    def is_away(self, plan: Plan, phase: PhasePlan, step: Step | None = None) -> bool:
        """Whether a phase, or a step in it, does not apply by what is decided for all customers of a tier."""
        return is_away(phase, step, answers_of(plan, self.project.vocabulary))

    def answers(self, plan: Plan) -> Mapping[str, str]:
        """What is decided for all customers of a plan's tier, by condition."""
        return answers_of(plan, self.project.vocabulary)

    def written_audience(self, origin: Origin) -> Audience | None:
        """The audience as it was written at `origin`, before anything around it narrowed it."""
        document = origin.document
        found = value_at(document.data, origin.keys) if isinstance(document, Document) else None
        return next((audience for audience in Audience if audience.value == found), None)

    def has_guessed_audience(self, each: Step | PhasePlan) -> bool:
        """Whether the audience of a step or phase is misspelt, so that who sees it is a guess."""
        origin = each.origin.at("audience")
        return origin.document.has(origin.keys) and self.written_audience(origin) is None

    @cached_property
    def metric_audiences(self) -> Mapping[str, Audience]:
        """Who may see each metric."""
        metrics = self.project.vocabulary.metrics
        return {id_: metric.audience for id_, metric in metrics.items()}

    @cached_property
    def play_audiences(self) -> Mapping[str, Audience]:
        """Who may see each play."""
        return {id_: play.audience for id_, play in self.project.plays.items()}

    @cached_property
    def uses(self) -> Sequence[EntryUse]:
        """Every use of the library, in plans that are looked at and in others."""
        return tuple(use for each in self._part.taken.values() for use in each.uses)

    @cached_property
    def step_audiences(self) -> Mapping[str, Mapping[str, Audience]]:
        """Who may see each step of a plan, by tier."""
        return {each.tier: each.audiences for each in self._part.taken.values()}

    # Texts

    @cached_property
    def _author_texts(self) -> AuthorTexts:
        return texts_in(self._part, self.memo)

    @property
    def texts(self) -> Sequence[AuthorText]:
        """Every text an author wrote, once."""
        return self._author_texts.texts

    @property
    def addresses(self) -> Sequence[AuthorText]:
        """Every address an author wrote, once."""
        return self._author_texts.addresses

    @property
    def filled(self) -> Iterator[AuthorText]:
        """Whatever values are filled into."""
        return self._author_texts.filled

    @property
    def links_inside(self) -> Iterator[tuple[AuthorText, str, Inside]]:
        """Every link inside the site that an author typed."""
        return self._author_texts.links_inside

    @cached_property
    def texts_beside_plans(self) -> AuthorTexts:
        """Every text and every address in what is looked at and is no plan."""
        return texts_in(replace(self._part, plans={}), self.memo)

    @cached_property
    def all_text(self) -> str:
        """Everything authors wrote in one string: to see quickly that a word is nowhere."""
        return "\n".join(text.value for text in self.texts)

    def values_of(self, text: AuthorText) -> Mapping[str, str]:
        """The values that a text may fill in, by dotted name."""
        return self._entry_values.get(text.entry or "", self._config_values)

    @cached_property
    def _config_values(self) -> Mapping[str, str]:
        return self.project.config.values

    def values_of_uses(self, text: AuthorText) -> Iterable[Mapping[str, str]]:
        """The values that each use of a text's entry fills in; without uses, one set of values.

        Of many uses the first are looked at: a text takes its time once for each.
        """
        uses, config = self._uses.get(text.entry or "", ()), self._config_values
        return [{**config, **values_of_use(dict(use))} for use in sorted(uses)[:MOST_USES]] or [
            self.values_of(text)
        ]

    @cached_property
    def _uses(self) -> Mapping[str, Collection[tuple[tuple[str, str], ...]]]:
        """The values that the uses of each entry fill in."""
        found: dict[str, set[tuple[tuple[str, str], ...]]] = {}
        for use in self.uses:
            found.setdefault(use.entry, set()).add(use.values)
        return found

    @cached_property
    def _entry_values(self) -> Mapping[str, Mapping[str, str]]:
        """For each entry the values its texts may fill in: its parameters' defaults where they have some."""
        return {
            id_: {
                **self._config_values,
                **values_of_use(
                    {name: each.default or "" for name, each in self.parameters(id_).items()}
                ),
            }
            for id_ in self.project.library
        }


def _pictures(origin: Origin, content: Content | PagePart) -> Iterator[tuple[Origin, Picture]]:
    for number, picture in enumerate(content.pictures):
        yield origin.at("pictures", number), picture


def readers_of(plan: Plan, vocabulary: Vocabulary) -> Sequence[Persona]:
    """What `Inspection.readers` says, for whoever has a plan alone."""
    team = {id_ for id_, role in vocabulary.roles.items() if role.side is Side.VENDOR}
    return [each for each in plan.personas.values() if each.role not in team]


def guide_of(
    plan: Plan, persona: Persona, vocabulary: Vocabulary
) -> Iterator[tuple[PhasePlan, Step]]:
    """What `Inspection.guide` says, for whoever has a plan alone."""
    audience, answers = vocabulary.audience_of(persona.role), answers_of(plan, vocabulary)
    for phase in plan.phases:
        for step in persona.sees(phase):
            if audience.sees(step.audience) and not is_away(phase, step, answers):
                yield phase, step


def _mentioned_in_plan(plan: Plan, _: AuthorTexts) -> frozenset[tuple[Kind, str]]:
    steps = (step.content for step in plan.every_step())
    return _mentioned_in((*plan.phases, *plan.touchpoints.values(), *steps))


def _mentioned_in(
    things: Iterable[Content | PhasePlan | Touchpoint],
) -> frozenset[tuple[Kind, str]]:
    return frozenset((mention.kind, mention.id) for each in things for mention in each.mentions())
