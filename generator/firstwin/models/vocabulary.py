"""The vocabularies: small files that name what playbooks refer to.

In: `tiers.yml`, `roles.yml`, `metrics.yml`, `contacts.yml`, `conditions.yml`, `glossary.yml`,
`failures.yml`, `methods.yml` (`plays.yml` is in `plays`). Out: one model a file, each with the ids it defines, in
the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from firstwin.models.addresses import LinkAddress
from firstwin.models.answer import Answer
from firstwin.models.base import FileModel, Model
from firstwin.models.several import Several
from firstwin.models.values import Audience, Id, MarkdownLine, Number, Text, Word
from firstwin.models.worksheet import Worksheet


class FirstValueTarget(Model):
    """The day by which the first value is promised."""

    day: Number
    """The day, counted from the start date (day 1)."""
    source: Text | None = None
    """Where the figure comes from, for the vendor alone. A target without a source is a fault."""


class Figure(Model):
    """A value that is claimed, with where it comes from."""

    value: Text
    """The value with its unit: 80%, 3, 4.5 of 5."""
    meaning: Text | None = None
    """What the value says, to be read after it: of your people use the product."""
    source: Text | None = None
    """Where the figure comes from, for the vendor alone. A claim without a source is a fault."""


class Economics(Model):
    """What the customers of a tier bring and cost. Only the internal edition has it."""

    contract: Figure | None = None
    """What a customer pays a year."""
    customers: Figure | None = None
    """How many customers there are."""
    ratio: Figure | None = None
    """How many accounts one success manager looks after."""
    cost: Figure | None = None
    """What it costs to bring one customer on board."""
    retention: Figure | None = None
    """How many customers stay."""
    expansion: Figure | None = None
    """How many customers buy more."""
    value: Figure | None = None
    """What a customer is worth in all."""

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """The figures that are written, by name."""
        for name in type(self).model_fields:
            figure = getattr(self, name)
            if figure:
                yield name, figure


class Tier(Model):
    """A customer segment with its own economics."""

    was: Id | None = None
    """The tier's earlier id: the addresses of its pages and what was kept lead on."""
    title: Text
    """The tier's name."""
    summary: Text
    """What it means for the customer, in a line or two."""
    audience: Audience = Audience.CUSTOMER
    """Who may see the tier's plan and guides."""
    retired: MarkdownLine | None = None
    """What its pages say once nobody begins with it any more, and what took its place. They leave home, search and lists."""
    first_value: FirstValueTarget | None = None
    """The day by which the first value is promised. A customer tier has one."""
    you_get: Several[MarkdownLine] = ()
    """What the customer gets."""
    you_give: Several[MarkdownLine] = ()
    """What the customer gives."""
    minutes: dict[Id, Number] = Field(default_factory=dict)
    """The most minutes promised to each persona, in all."""
    stuck: MarkdownLine | None = None
    """What the foot of its pages says to a reader who is stuck, in place of what the site says."""
    decided: dict[Id, Answer] = Field(default_factory=dict)
    """What is decided for all its customers, by the ids of `conditions.yml`: its pages hold what applies then, and do not ask."""
    economics: Economics | None = None
    """What its customers bring and cost, for the vendor alone."""


class Tiers(FileModel):
    """`tiers.yml`."""

    tiers: dict[Id, Tier] = Field(min_length=1)
    """The tiers, in the order of the home page."""


class Side(Word):
    """Whose people a role belongs to."""

    CUSTOMER = "customer", "The customer's people."
    VENDOR = "vendor", "The vendor's people."
    PARTNER = "partner", "The people of a partner who does the work on the vendor's behalf."

    @property
    def audience(self) -> Audience:
        """Who reads the guides of this side's roles: its own people, and whoever sees more."""
        return {
            Side.CUSTOMER: Audience.CUSTOMER,
            Side.PARTNER: Audience.PARTNER,
            Side.VENDOR: Audience.INTERNAL,
        }[self]


class Role(Model):
    """Someone in the work."""

    was: Id | None = None
    """The role's earlier id: the addresses of its guides lead on."""
    title: Text
    """The role's name: Executive sponsor."""
    in_sentence: Text | None = None
    """How guides speak of the role within a sentence, article and all: your success manager. Without it they use its
    name, as it is written."""
    side: Side
    """Whose people it belongs to."""
    summary: Text
    """What the role does, in one line without a subject: Sets the goal, clears the way."""


class Roles(FileModel):
    """`roles.yml`."""

    roles: dict[Id, Role] = Field(min_length=1)
    """The roles, in the order of the pages."""


class Metric(Model):
    """Something that is measured."""

    title: Text
    """The metric's name."""
    meaning: MarkdownLine
    """What it tells, in a sentence."""
    formula: Text
    """How it is calculated, in words or as a formula."""
    source: Text | None = None
    """Where the formula comes from, for the vendor alone."""
    counted: Text | None = None
    """When and over what it is counted."""
    worksheet: Worksheet | None = None
    """The worksheet below it, in which readers work it out with numbers of their own."""
    audience: Audience = Audience.CUSTOMER
    """Who may see it."""
    targets: dict[Id, Figure] = Field(default_factory=dict)
    """The value to reach, by tier."""
    benchmark: Figure | None = None
    """What others reach, for the vendor alone."""


class Metrics(FileModel):
    """`metrics.yml`."""

    metrics: dict[Id, Metric] = Field(min_length=1)
    """The metrics, in the order of the pages."""


class Channel(Model):
    """A way to reach someone."""

    title: Text
    """What to press, as an instruction: Write an email."""
    url: LinkAddress
    """Where it leads: https, mailto or tel; or what it is on this site: page:support."""


class Contact(Model):
    """Whom to ask."""

    title: Text
    """Who it is: Success manager."""
    role: Id | None = None
    """The role behind it, where it is one."""
    for_: Text = Field(alias="for")
    """What to ask about: Dates, decisions, anything stuck."""
    channels: tuple[Channel, ...] = Field(min_length=1)
    """The ways to reach them, best first."""
    responds: Text | None = None
    """How soon an answer comes: Within 4 working hours. What is without it is a page to read and nobody to ask: it stands
    on the help page alone."""
    stand_in: Text | None = None
    """Who answers while they are away: The onboarding desk."""
    tiers: Several[Id] = ()
    """The tiers that have this contact. Without it, all."""
    audience: Audience = Audience.CUSTOMER
    """Who may see it."""


class Contacts(FileModel):
    """`contacts.yml`."""

    contacts: dict[Id, Contact] = Field(min_length=1)
    """The contacts, in the order of the pages."""


YES, NO = "yes", "no"
"""The answers to a condition without options."""


class DecidedBy(Word):
    """Who answers a question."""

    READER = "reader", "Whoever reads the guide, there."
    VENDOR = "vendor", "The vendor: for a tier, or for a customer. Readers are not asked."


class Path(Model):
    """One way of several: a choice between conditions that readers see side by side."""

    title: Text
    """What the reader chooses: One team first."""
    text: Text | None = None
    """What is different on it, in a sentence or two."""
    label: Text
    """What a label says where it applies: if one team goes first."""


class Condition(Model):
    """A question whose answer decides what applies. Without options or paths it is answered yes or no."""

    question: Text
    """The question to the reader: Do you bring data from another tool?"""
    label: Text
    """What a label says where it applies: if you bring data."""
    label_not: Text | None = None
    """What a label says where `not` applies: if you bring no data."""
    options: dict[Id, Text] = Field(default_factory=dict)
    """The answers to choose from; each text is a label: if you host it yourself."""
    answers: dict[Id, Text] = Field(default_factory=dict)
    """What the reader chooses under the question, where a label reads badly there: We host it ourselves. By option, or yes and no."""
    paths: dict[Id, Path] = Field(default_factory=dict)
    """In place of `options`: ways to go, which guides show side by side, each with what is different on it."""
    decided_by: DecidedBy = DecidedBy.READER
    """Who answers: the reader, or the vendor, under `decided` of a tier or in a customer's file."""

    @property
    def labels(self) -> dict[Id, Text]:
        """What a label says for each of its options or paths."""
        return self.options or {id_: path.label for id_, path in self.paths.items()}

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of its answers."""
        return tuple(self.labels) or (YES, NO)

    def answer(self, id_: str) -> str:
        """What the reader chooses, where it has a text of its own."""
        if id_ in self.paths:
            return self.paths[id_].title
        return self.answers.get(id_) or self.labels.get(id_) or ""


class Conditions(FileModel):
    """`conditions.yml`."""

    conditions: dict[Id, Condition] = Field(min_length=1)
    """The conditions, by id."""


class Term(Model):
    """A word that not every reader knows."""

    title: Text
    """The word as it stands in texts: quick win."""
    meaning: MarkdownLine
    """What it means, in a sentence or two."""
    also: tuple[Text, ...] = ()
    """Other forms of it, such as its plural or an abbreviation. Texts lead to its meaning by them, and search finds it."""
    audience: Audience = Audience.CUSTOMER
    """Who may see it."""

    @property
    def forms(self) -> tuple[Text, ...]:
        """Everything that readers may find the word written as."""
        return (self.title, *self.also)


class Glossary(FileModel):
    """`glossary.yml`."""

    glossary: dict[Id, Term] = Field(min_length=1)
    """The terms, by id."""


class Failure(Model):
    """A reason why onboarding fails."""

    title: Text
    """What goes wrong: No sponsor."""
    signs: Several[MarkdownLine] = Field(min_length=1)
    """How one can see it coming."""
    prevention: MarkdownLine
    """What keeps it from happening."""
    source: Text | None = None
    """Where this is known from."""
    steps: dict[Id, Several[Id]] = Field(default_factory=dict)
    """The steps that prevent it, by tier."""
    plays: Several[Id] = ()
    """The plays that help when it happens."""
    audience: Audience = Audience.INTERNAL
    """Who may see it."""


class Failures(FileModel):
    """`failures.yml`."""

    failures: dict[Id, Failure] = Field(min_length=1)
    """The reasons, in the order of the page."""


class Level(Word):
    """How much of something there is."""

    HIGH = "high", "More than most."
    MEDIUM = "medium", "As much as most."
    LOW = "low", "Less than most."


class Method(Model):
    """A way to bring customers on board, compared with the others."""

    title: Text
    """The way: Live training."""
    scalability: Level
    """How well it works for many customers at once."""
    personalisation: Level
    """How well it fits each customer."""
    cost: Level
    """What it costs for each customer."""
    effectiveness: Level
    """How well it works."""
    best_for: Text
    """Whom or what it suits best."""
    source: Text | None = None
    """Where the comparison comes from. A claim without a source is a fault."""
    tiers: Several[Id] = ()
    """The tiers that are brought on board this way. Without it, all."""
    audience: Audience = Audience.INTERNAL
    """Who may see it."""


class Methods(FileModel):
    """`methods.yml`."""

    methods: dict[Id, Method] = Field(min_length=1)
    """The methods, in the order of the page."""
