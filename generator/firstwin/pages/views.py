"""The view models: what each page's template is given, with nothing left to compute.

In: nothing; the other modules of this package build them. Out: frozen dataclasses of text, numbers,
flags and tuples of further views. `str` is plain text, which the template environment escapes;
`Markup` (names in `_html`) is one line of HTML, safe as it is; `Prose` is safe Markdown, shown with the filter `prose`; `Url` is
a link as it stands in the page. Empty text and empty tuples stand for what is not there. A view that
goes to a component of the theme is named and shaped as the component's arguments are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from firstwin.pages.urls import NOWHERE, Url
from firstwin.text import Prose

# Components: each is what the theme's macro of that name takes.


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link. Without a `url` it is text alone."""

    title: str
    url: Url


@dataclass(frozen=True, slots=True)
class JoinedLinkView:
    """A link in a sentence. `before` is what stands between it and the one before (", ", " and ")."""

    before: str
    title: str
    url: Url


@dataclass(frozen=True, slots=True)
class FactView:
    """A labelled value: `strong` is bold, `text` follows it, `tag` stands in a tag behind both."""

    label: str
    strong: str = ""
    text: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class AmountView:
    """A value with its name, in a narrow column."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CardView:
    """A place to go: a label over a title, a line under it."""

    label: str
    title: str
    url: Url
    note: str = ""


@dataclass(frozen=True, slots=True)
class PagerView:
    """Where to go from the end of a page."""

    previous: CardView | None
    next: CardView | None


@dataclass(frozen=True, slots=True)
class RailLinkView:
    """A line of the list that accompanies a page."""

    title: str
    url: Url
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class CalloutView:
    """Something may not apply: the condition as bold first words, and the question behind it."""

    lead: str
    text_html: Markup


@dataclass(frozen=True, slots=True)
class WinView:
    """A quick win. `url` leads to its step."""

    label: str
    title: str
    text_html: Markup
    url: Url


@dataclass(frozen=True, slots=True)
class ListView:
    """A titled list."""

    title: str
    items_html: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A line between hairlines, with something at its end."""

    title_html: Markup
    about: str = ""
    end: str = ""
    tag: str = ""
    url: Url = NOWHERE


@dataclass(frozen=True, slots=True)
class RowsView:
    """Lines under a title."""

    title: str
    rows: tuple[RowView, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """A role: what it does and, at the end of its line, its hours or days."""

    role: str
    does: str
    end: str
    you: bool = False


@dataclass(frozen=True, slots=True)
class SideView:
    """The people of one side."""

    title: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask."""

    role: str
    about: str
    channels: tuple[LinkView, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class AgendaLineView:
    """One point of an agenda. `minutes` is 0 where none are written."""

    text_html: Markup
    minutes: int


@dataclass(frozen=True, slots=True)
class CadenceView:
    """A conversation that comes back. `meta`: how often, when, how long, with whom."""

    title: str
    meta: tuple[str, ...]
    agenda: tuple[AgendaLineView, ...]


@dataclass(frozen=True, slots=True)
class MetricView:
    """A target as a number one remembers: 4.5, of 5, or better in your survey."""

    value: str
    unit: str
    meaning: str
    how_html: Markup
    source: str


@dataclass(frozen=True, slots=True)
class TickView:
    """A line to tick. `item` is the key it is kept under."""

    item: str
    text_html: Markup
    optional: bool
    condition: str
    owner: str


@dataclass(frozen=True, slots=True)
class TickGroupView:
    """Lines to tick under a heading, which may be empty."""

    title: str
    items: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A value to write down. `item` is the key it is kept under."""

    item: str
    label: str
    hint: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class SignerView:
    """A role that signs."""

    item: str
    role: str


@dataclass(frozen=True, slots=True)
class EmailView:
    """An email as it is sent."""

    subject: str
    sender: str
    recipients: str
    sent: str
    body: Prose


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table; numbers stand at its end."""

    title: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table. The first cell of a row is its heading."""

    caption: str
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[Markup, ...], ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of a survey or quiz; a quiz has the right answer and why it is right."""

    item: str
    text_html: Markup
    options: tuple[str, ...]
    answer: str
    why_html: Markup


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark that is not for everybody."""

    audience: str
    text_html: Markup


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with what it shows."""

    src: Url
    alt: str
    caption: str


# Steps


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on a page: its head, and its parts in the order of the page.

    `kind` and `badge` mark a milestone (Milestone, day 45). `folded` says that others lead: `lede_html`
    then says who and when. A reader who is only told gets no parts at all.
    """

    id: str
    item: str
    kind: Literal["step", "milestone"]
    number: int
    total: int
    title: str
    badge: str
    lede_html: Markup
    folded: bool
    callouts: tuple[CalloutView, ...]
    needs: tuple[JoinedLinkView, ...]
    facts: tuple[FactView, ...]
    summary_html: Markup
    text: Prose
    remarks: tuple[Prose, ...]
    notes: tuple[NoteView, ...]
    card: CardView | None
    agenda: tuple[AgendaLineView, ...]
    sessions: tuple[RowView, ...]
    lessons: tuple[ListView, ...]
    email: EmailView | None
    instructions: tuple[Markup, ...]
    table: TableView | None
    questions: tuple[QuestionView, ...]
    ticks: tuple[TickGroupView, ...]
    fields: tuple[FieldView, ...]
    rows: tuple[RowsView, ...]
    signers: tuple[SignerView, ...]
    win: WinView | None
    done_html: tuple[Markup, ...]


# The timeline


@dataclass(frozen=True, slots=True)
class BarView:
    """A phase on the timeline, from column `first` to column `last`, both included.

    `lane` (1, 2 ...) keeps overlapping phases apart where days run down the page. `narrow` says that
    its label does not fit inside; `outside` is then the side with room for it.
    """

    number: int
    title: str
    label: str
    first: int
    last: int
    lane: int
    outside: Literal["", "before", "after"]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A milestone on the timeline, at the end of `column`.

    `flag` marks the big days: they get a line through the picture. `level` (0, 1 ...) is the line its
    label stands on, so that labels of near days do not overlap; `align` where the label stands.
    """

    title: str
    label: str
    column: int
    flag: bool
    level: int
    align: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class DayTickView:
    """A day written on the timeline's scale, at the beginning of `column`."""

    label: str
    column: int


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A plan as a picture, and as a table.

    The picture is a grid of `columns`: a column is a day, or several where a plan is very long.
    `lanes` and `levels` are how many there are. `alternative` says the picture in a sentence.
    """

    alternative: str
    columns: int
    lanes: int
    levels: int
    ticks: tuple[DayTickView, ...]
    bars: tuple[BarView, ...]
    marks: tuple[MarkView, ...]
    table: TableView


# The pages


@dataclass(frozen=True, slots=True)
class RoleChoiceView:
    """A guide to choose: role, what it does, hours in all."""

    title: str
    url: Url
    summary: str
    time: str


@dataclass(frozen=True, slots=True)
class PlanChoiceView:
    """A plan to choose, with its roles."""

    id: str
    title: str
    duration: str
    summary: str
    overview: LinkView
    roles: tuple[RoleChoiceView, ...]


@dataclass(frozen=True, slots=True)
class StoneView:
    """A phase as a stone of the cairn. `win` is the one that holds the first value."""

    title: str
    label: str
    win: bool


@dataclass(frozen=True, slots=True)
class HomeView:
    """The way to one's own guide. `stones` are the phases of the first plan, the last on top."""

    title: tuple[str, ...]
    lede: str
    stones: tuple[StoneView, ...]
    plans: tuple[PlanChoiceView, ...]
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TierView:
    """A plan as a whole. `context` names what the title leaves out, for search and screen readers."""

    title: str
    lede_html: Markup
    facts: tuple[FactView, ...]
    picture_title: str
    picture_intro: str
    timeline: TimelineView
    people_title: str
    sides: tuple[SideView, ...]
    exchange_title: str
    exchange: tuple[ListView, ...]
    cadences_title: str
    cadences: tuple[CadenceView, ...]
    success_title: str
    metrics: tuple[MetricView, ...]
    criteria: tuple[ListView, ...]
    guides_title: str
    guides: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TaskStepView:
    """A step in the list of a guide."""

    title: str
    url: Url
    milestone: bool
    condition: str
    due: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """A phase in the list of a guide. `meta`: when, and how long. `open` shows its steps at once."""

    number: int
    title: str
    url: Url
    meta: tuple[str, ...]
    note: str
    open: bool
    steps: tuple[TaskStepView, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """What one persona of one tier does, from first to last phase."""

    title: str
    context: str
    lede_html: Markup
    start: LinkView | None
    links: tuple[LinkView, ...]
    win: WinView | None
    phases_title: str
    phases: tuple[TaskView, ...]
    time_title: str
    time: tuple[AmountView, ...]
    contacts_title: str
    contacts: tuple[ContactView, ...]
    cadences_title: str
    cadences: tuple[CadenceView, ...]


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase of a guide with its steps. `meta`: when, hours, steps, who leads."""

    title: str
    context: str
    position: str
    lede_html: Markup
    meta: tuple[str, ...]
    needs: tuple[JoinedLinkView, ...]
    steps: tuple[StepView, ...]
    rail_title: str
    rail: tuple[RailLinkView, ...]
    criteria_title: str
    criteria: tuple[ListView, ...]
    pager: PagerView


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action of a tutorial."""

    id: str
    item: str
    number: int
    total: int
    title: str
    do: Prose
    see_html: Markup
    picture: PictureView | None
    stuck: Prose


@dataclass(frozen=True, slots=True)
class TutorialView:
    """A guided exercise. `uses` are the steps of guides that lead here."""

    kind: str
    title: str
    lede_html: Markup
    meta: tuple[str, ...]
    summary_html: Markup
    before_you_start: tuple[Markup, ...]
    actions: tuple[ActionView, ...]
    rail_title: str
    rail: tuple[RailLinkView, ...]
    verify_html: Markup
    verify_item: str
    pager: PagerView
    uses: RowsView


@dataclass(frozen=True, slots=True)
class QuizView:
    """Questions that show what was understood."""

    kind: str
    title: str
    lede_html: Markup
    meta: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    pager: PagerView
    uses: RowsView


@dataclass(frozen=True, slots=True)
class HelpView:
    """Whom to ask about what, and what each role means."""

    title: str
    lede_html: Markup
    contacts: tuple[ContactView, ...]
    roles_title: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class PlayView:
    """What to do when something happens. `meta` names the plans it is for."""

    id: str
    title: str
    trigger_html: Markup
    meta: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class PlaysView:
    """All plays of an edition."""

    title: str
    lede: str
    plays: tuple[PlayView, ...]


View = HomeView | TierView | GuideView | PhaseView | TutorialView | QuizView | HelpView | PlaysView
"""What a template is given, as `view`."""
