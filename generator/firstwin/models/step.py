"""What every step may carry: window, people, completion, items, notes.

In: the mapping of one step. Out: `StepFields` and the small models inside it. The types of steps
(`content`) share these fields and add few of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from firstwin.models.addresses import LinkAddress
from firstwin.models.agenda import points_in, timed
from firstwin.models.base import Faults, Model, ShortForm, fault
from firstwin.models.condition import OnlyIf
from firstwin.models.criteria import Acceptance
from firstwin.models.effort import Minutes
from firstwin.models.item import Item, ItemGroup, ItemOrGroup
from firstwin.models.picture import Picture
from firstwin.models.several import Several
from firstwin.models.table import Table
from firstwin.models.time_limit import Within
from firstwin.models.trouble import AcceptanceTest, EscalationLevel, Rollback
from firstwin.models.values import (
    Audience,
    Flag,
    Id,
    Markdown,
    MarkdownLine,
    Number,
    Text,
)
from firstwin.models.window import WINDOW_KEYS, DayRange, Unit, Window, WindowRange
from firstwin.sources import TextCut

Period = Literal["day", "week", "2 weeks", "month", "quarter", "half-year", "year"]
"""How often a conversation comes back."""

LongPeriod = Literal["week", "2 weeks", "month", "quarter", "half-year", "year"]
"""How often a step comes back."""


class Windowed(Model):
    """Something that happens at a stated time. At most one of the six keys is written."""

    day: DayRange | None = None
    """A day, counted from the start date (day 1), or from an anchor: `10`, `-3`, `3 before go-live`; or that of one: `on go-live`."""
    days: WindowRange | None = None
    """A range of days, ends included: `3-5`, `1-4 after go-live`."""
    week: WindowRange | None = None
    """A week: week n is days 7n-6 to 7n."""
    weeks: WindowRange | None = None
    """A range of weeks, ends included: `1-2`, `1-4 after go-live`."""
    month: WindowRange | None = None
    """A month of 30 days, counted from the start date."""
    months: WindowRange | None = None
    """A range of months of 30 days each, ends included."""

    @model_validator(mode="after")
    def _has_one_window(self) -> Windowed:
        keys = [key for key in WINDOW_KEYS if getattr(self, key) is not None]
        if len(keys) > 1:
            raise fault(
                "window_twice",
                f"`{keys[0]}` and `{keys[1]}` both say when this happens",
                "keep one of them",
            )
        return self

    @property
    def window(self) -> Window | None:
        """When it happens, or None where nothing is written."""
        for key in WINDOW_KEYS:
            found = getattr(self, key)
            if found is not None:
                return Window(Unit(key.rstrip("s")), found, key)
        return None


class Timed(Windowed):
    """Something that happens at a stated time, or once something else does. At most one of the seven keys is written."""

    when: Text | None = None
    """When it happens, in words that stand by themselves, where no day is known: `When the pilot ends`. It has no date."""

    @model_validator(mode="after")
    def _has_days_or_none(self) -> Timed:
        window = self.window
        if self.when and window:
            raise fault(
                "window_twice",
                f"`{window.key}` and `when` both say when this happens",
                "keep one of them",
            )
        return self


InputKind = Literal["text", "paragraph", "number", "date", "email", "address"]
"""What is written into a field."""


def hold_apart(noun: str, kind: InputKind | None, options: Sequence[Text]) -> None:
    """Raise a `fault` where what is chosen is said to be written as well, or nothing is there to choose from."""
    faults = Faults()
    if kind and options:
        wrong = f"a {noun} with `options` is a choice, and not of the kind `{kind}`"
        faults.add(fault("kind_of_choice", wrong, "remove `kind`, or the options"), "kind")
    if len(options) == 1:
        wrong = "there is one option to choose from"
        faults.add(fault("one_option", wrong, "write at least two"), "options")
    faults.report()


class InputField(ShortForm):
    """A value the reader writes down. A lone text stands for `{label: ...}`."""

    short: ClassVar[str] = "label"

    label: Text
    """What to write."""
    hint: Text | None = None
    """Where to find it, or what it looks like."""
    kind: InputKind | None = None
    """What it is: `text` (when none is written), `paragraph`, `number`, `date`, `email` or `address` (of a page)."""
    options: tuple[Text, ...] = ()
    """What to choose from, instead of writing."""
    required: Flag = False
    """Whether the others need it in any case; fields that are not may stay empty."""
    section: Text | None = None
    """The heading over this field and those after it, down to the next one."""

    @model_validator(mode="after")
    def _is_chosen_or_written(self) -> InputField:
        hold_apart("field", self.kind, self.options)
        return self


class Link(Model):
    """A link to another site, or to something of this one."""

    title: Text
    """What the reader finds there."""
    url: LinkAddress
    """Where it leads: the full address, or what it is on this site."""


class Notes(Model):
    """Remarks for one audience each."""

    customer: Markdown | None = None
    """A remark every reader sees."""
    partner: Markdown | None = None
    """A remark for partners and the vendor."""
    internal: Markdown | None = None
    """A remark for the vendor alone."""


class QuickWin(Model):
    """Something the reader can show others soon."""

    title: Text
    """What has been won, as one line: Sign in without a password."""
    text: MarkdownLine
    """Why it matters and whom to show it to."""


class AgendaPoint(ShortForm):
    """One point of an agenda. A lone text may end in its time: `Introductions (10 min)`, `Setup (1 h)`."""

    short: ClassVar[str] = "text"

    text: MarkdownLine
    """What is talked about."""
    minutes: Number | None = None
    """How long it takes."""
    points: Several[MarkdownLine] = ()
    """What belongs to it, point by point, below it."""

    @model_validator(mode="before")
    @classmethod
    def _take_minutes_out(cls, value: object) -> object:
        """A text may end in its time where it has points below it as well."""
        if (
            isinstance(value, dict)
            and isinstance(value.get("text"), str)
            and "minutes" not in value
        ):
            return value | cls._read_text(value["text"])
        return value

    @classmethod
    def _read_text(cls, text: str) -> dict[str, str]:
        found = None if isinstance(text, TextCut) else timed(text)
        if found and found.rule:
            message = f"these minutes are not read: {found.rule}"
            raise fault("minutes_form", message, f"write: {found}")
        several = points_in(text)
        if several:
            dashed = " ".join(f"`- {point}`" for point in several)
            message = "several points with minutes stand here as one"
            hint = f"write each on a line of its own, with a dash: {dashed}"
            raise fault("minutes_form", message, hint)
        return {"text": found.text, "minutes": f"{found.minutes}"} if found else {"text": text}


class Raci(Model):
    """Who answers for a step, who does it and who is asked. Its owner is responsible, and `informed` is told."""

    accountable: Id
    """The one role that answers for the result."""
    responsible: Several[Id] = ()
    """The roles that do the work beside the step's owner. To see the step, they stand under `with` as well."""
    consulted: Several[Id] = ()
    """The roles that are asked before it is done."""


class Decision(Model):
    """Whether it goes on: go, go with conditions, or no-go."""

    question: Text
    """What is decided: Do we go live on the day we agreed on?"""
    by: Id
    """The role that decides."""
    stand_in: Id | None = None
    """The role that decides when that one cannot be reached."""
    go: Several[MarkdownLine] = Field(min_length=1)
    """What has to be true to go on."""
    conditional: Several[MarkdownLine] = ()
    """What may be open all the same, and under which conditions."""
    no_go: Several[MarkdownLine] = ()
    """What stops it, and what happens then."""


class StepFields(Timed):
    """The fields of every step."""

    title: Text | None = None
    """What to do, as an instruction: Hold the kickoff call."""
    summary: MarkdownLine | None = None
    """Why, in a sentence or two. It stands under the title."""
    text: Markdown | None = None
    """What the reader has to know to do it."""
    for_others: MarkdownLine | None = None
    """What those who share the step without leading it read in place of its summary and text, in one line."""
    owner: Id | None = None
    """The role that is chased. Without it the phase's owner; of an added step, the persona."""
    with_: Several[Id] = Field(default=(), alias="with")
    """The roles that take part; the minutes count for them."""
    may_join: Several[Id] = ()
    """The roles that may take part, if they like; nobody waits for them, and no minutes count for them."""
    informed: Several[Id] = ()
    """The roles that are told; it takes none of their time."""
    every: LongPeriod | None = None
    """How often it comes back within its window; each time it is a step to tick by itself."""
    minutes: Minutes | None = None
    """How long it takes each person, in minutes, or from how many to how many: `45`, `30-60`; each time, where it comes back."""
    within: Within | None = None
    """How soon it has to be done once its turn has come: `4 hours`, `2 working days`. In a play, once it has happened."""
    needs: Several[Id] = ()
    """Steps or phases of this playbook that must be complete before."""
    only_if: OnlyIf | None = None
    """The condition under which it applies; asked in `conditions.yml`."""
    optional: Flag = False
    """Whether the phase is complete without it."""
    draft: Flag = False
    """Whether it is still being written: only the team's edition and the preview show it, and what is merely unfinished in it is noted."""
    may_not_apply: Flag = False
    """Whether its reader may say that it does not apply to them, though it is required. Of an optional step they always may."""
    audience: Audience | None = None
    """Who may see it. It may narrow the phase's audience, never widen it."""
    items: dict[Id, ItemOrGroup] = Field(default_factory=dict)
    """Lines to tick, by permanent id; a group holds items under a heading."""
    fields: dict[Id, InputField] = Field(default_factory=dict)
    """Values to write down, by permanent id. Later texts show them: `{{ reader.workspace }}`."""
    tests: dict[Id, AcceptanceTest] = Field(default_factory=dict)
    """What is tried before the work counts as good, by permanent id; whoever does the step writes down what came of it."""
    tables: tuple[Table, ...] = ()
    """Small tables with named columns: severity and response, options side by side."""
    pictures: tuple[Picture, ...] = ()
    """What it looks like, picture by picture."""
    deliverables: Several[MarkdownLine] = ()
    """What exists afterwards."""
    links: tuple[Link, ...] = ()
    """Where to read more."""
    sign_off: Several[Id] = ()
    """The roles that sign."""
    raci: Raci | None = None
    """Who answers for it and who is asked; shown to partners and the vendor."""
    decision: Decision | None = None
    """Whether it goes on: who decides, who stands in, and by what."""
    acceptance: Acceptance | None = None
    """Who accepts the work, and when; shown to partners and the vendor."""
    escalation: tuple[EscalationLevel, ...] = ()
    """Whom to turn to when it stalls, and after how long: level by level."""
    rollback: Rollback | None = None
    """How one goes back, where a switch-over fails."""
    avoid: Several[MarkdownLine] = ()
    """What not to do, though one might."""
    risk: MarkdownLine | None = None
    """What goes wrong when it is skipped."""
    done_when: MarkdownLine | None = None
    """How everybody can tell that it is done."""
    quick_win: QuickWin | None = None
    """What the reader can show others when it is done."""
    notes: Notes | None = None
    """Remarks for one audience each."""
    retired: Several[Id] = ()
    """Ids of items that are gone; they may not be used again."""

    def every_item(self) -> Iterator[tuple[str, Item]]:
        """Each item with its id, those in groups too."""
        for id_, item in self.items.items():
            if isinstance(item, ItemGroup):
                yield from item.items.items()
            else:
                yield id_, item
