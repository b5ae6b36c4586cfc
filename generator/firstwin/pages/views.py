"""The view models: what each page's template is given, with nothing left to compute.

In: nothing; the other modules of this package build them. Out: frozen dataclasses of text, numbers,
flags and tuples of further views. `str` is plain text, which the template environment escapes;
`Prose` is safe Markdown, shown with the filter `prose` (as a block) or `inline` (in a line); `Url` is
a link as it stands in the page. Empty text and empty tuples stand for what is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firstwin.pages.urls import Url
from firstwin.text import Prose

# What several pages share


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
    """A labelled value: `tag` stands behind it in a tag, `note` follows it in plain weight."""

    label: str
    value: str
    tag: str = ""
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A card that leads somewhere: a label over a title, a line under it."""

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
class RailItemView:
    """One line of the list that accompanies a page."""

    number: int
    title: str
    url: Url
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class ConditionView:
    """Something applies only under a condition: the label, and the question behind it."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class WinView:
    """A quick win. `by` says by when (By day 20); `url` leads to its step."""

    label: str
    title: str
    text: Prose
    by: str
    url: Url


@dataclass(frozen=True, slots=True)
class ListView:
    """A titled list of prose."""

    title: str
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A role: what it does and, in `share`, its hours or days. `url` leads to its guide, if any."""

    title: str
    summary: str
    share: str
    url: Url
    you: bool = False


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The people of one side."""

    title: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask. `tiers` names the plans that have this contact, empty where all have."""

    id: str
    title: str
    ask_about: str
    channels: tuple[LinkView, ...]
    responds: str
    tiers: str


@dataclass(frozen=True, slots=True)
class AgendaLineView:
    """One point of an agenda. `minutes` is "10 min" or empty."""

    text: Prose
    minutes: str


@dataclass(frozen=True, slots=True)
class CadenceView:
    """A conversation that comes back. `meta`: how often, when, how long, with whom."""

    title: str
    meta: tuple[str, ...]
    agenda: tuple[AgendaLineView, ...]


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric with its target.

    The target is split for the eye: `number` is drawn large, `unit` small behind it (4.5 | of 5);
    `meaning` says what the number is; `detail` how it is counted; `source` where the target is from.
    """

    title: str
    number: str
    unit: str
    meaning: str
    text: Prose
    formula: str
    detail: str
    source: str


# Steps


@dataclass(frozen=True, slots=True)
class TickView:
    """A line to tick. `id` is unique on the page; `notes` follow it: Optional, whose it is, a condition."""

    id: str
    key: str
    text: Prose
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TickGroupView:
    """Lines to tick under a heading, which may be empty."""

    title: str
    conditions: tuple[ConditionView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """A value to write down. `id` is unique on the page."""

    id: str
    key: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session of a training. `meta`: minutes, who attends, whether it is recorded."""

    title: str
    meta: tuple[str, ...]
    covers: tuple[Prose, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class LetterView:
    """An email: its head as facts (from, to, subject) and its text."""

    head: tuple[FactView, ...]
    body: Prose


@dataclass(frozen=True, slots=True)
class MappingView:
    """Where one field of the old data goes."""

    source: str
    target: str
    rule: Prose


@dataclass(frozen=True, slots=True)
class SurveyQuestionView:
    """A question of a survey. `answers` says how it is answered: a scale or what to choose from."""

    ask: str
    answers: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark. `label` names its readers (For the team only), empty where everybody reads it."""

    audience: str
    label: str
    text: Prose


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on a page.

    `form` is what the reader has in it: "own" (shown whole), "shared" (others lead: `line` says who
    and when, the rest may be folded), "told" (`line` alone) or "seen" (a milestone of others).
    `id` is its anchor. `position` is "Step 3 of 7", `kind` the type in words, `milestone` its label
    (Milestone, day 45) or empty. `card` leads to the tutorial or quiz. Of `done_when` (the author's)
    and `done_words` (ours, where the author wrote none) one is filled.
    """

    id: str
    key: str
    type: str
    kind: str
    form: Literal["own", "shared", "told", "seen"]
    number: int
    position: str
    title: str
    milestone: str
    first_value: bool
    optional: str
    line: str
    summary: Prose
    text: Prose
    facts: tuple[FactView, ...]
    conditions: tuple[ConditionView, ...]
    needs: tuple[JoinedLinkView, ...]
    card: CardView | None
    agenda: tuple[AgendaLineView, ...]
    sessions: tuple[SessionView, ...]
    letter: LetterView | None
    instructions: tuple[Prose, ...]
    mapping: tuple[MappingView, ...]
    metrics: tuple[MetricView, ...]
    questions: tuple[SurveyQuestionView, ...]
    lists: tuple[ListView, ...]
    ticks: tuple[TickGroupView, ...]
    entries: tuple[EntryView, ...]
    sign_off: tuple[str, ...]
    links: tuple[LinkView, ...]
    notes: tuple[NoteView, ...]
    win: WinView | None
    done_when: Prose
    done_words: str


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
    narrow: bool
    outside: Literal["", "before", "after"]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A milestone on the timeline, at the end of `column`.

    `flag` marks the big days (first value, and milestones that windows count from): they get a line
    through the picture.
    `level` (0, 1 ...) is the line its label stands on, so that labels of near days do not overlap.
    `align` is where the label stands at the mark.
    """

    title: str
    label: str
    column: int
    flag: bool
    level: int
    align: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class DayTickView:
    """A day written on the timeline's scale."""

    label: str
    column: int


@dataclass(frozen=True, slots=True)
class TimelineRowView:
    """A line of the timeline as a table: a phase and the milestones in it."""

    number: int
    title: str
    label: str
    milestones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A plan as a picture, and as a table.

    The picture is a grid of `columns`: a column is a day, or several where a plan is very long. The
    classes `fw-from-N` and `fw-to-N` place things on it, `fw-columns-N` sizes it; the build writes
    rules for the numbers that occur. `lanes` and `levels` are how many there are.
    """

    title: str
    intro: str
    alternative: str
    days: int
    columns: int
    lanes: int
    levels: int
    ticks: tuple[DayTickView, ...]
    bars: tuple[BarView, ...]
    marks: tuple[MarkView, ...]
    rows: tuple[TimelineRowView, ...]


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
    """A plan to choose. `in_plan` stands behind the heading of its roles: in Enterprise."""

    id: str
    title: str
    duration: str
    summary: str
    in_plan: str
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
    """A plan as a whole."""

    title: str
    summary: Prose
    facts: tuple[FactView, ...]
    timeline: TimelineView
    sides: tuple[PeopleView, ...]
    exchange: tuple[ListView, ...]
    cadences: tuple[CadenceView, ...]
    metrics: tuple[MetricView, ...]
    criteria: tuple[ListView, ...]
    guides: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TaskStepView:
    """A step in the list of a guide. `note` is a condition or whose step it is; `day` its deadline."""

    title: str
    url: Url
    note: str
    day: str
    milestone: bool


@dataclass(frozen=True, slots=True)
class TaskView:
    """A phase in the list of a guide. `meta`: when, and how long."""

    number: int
    title: str
    url: Url
    meta: tuple[str, ...]
    note: str
    steps: tuple[TaskStepView, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """What one persona of one tier does, from first to last phase.

    `context` names what the title leaves out, for search and for those who hear it. `start` leads to
    the first step. `time` are the hours in all and in each phase.
    """

    title: str
    context: str
    plan: LinkView
    goal: Prose
    summary: str
    facts: tuple[FactView, ...]
    start: CardView | None
    win: WinView | None
    phases_title: str
    phases: tuple[TaskView, ...]
    time: tuple[FactView, ...]
    cadences: tuple[CadenceView, ...]
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase of a guide with its steps. `meta`: when, hours, steps, who leads.

    `context` names plan and role, for search and for those who hear the title.
    """

    number: int
    of: int
    position: str
    title: str
    context: str
    outcome: Prose
    meta: tuple[str, ...]
    needs: tuple[JoinedLinkView, ...]
    steps: tuple[StepView, ...]
    rail: tuple[RailItemView, ...]
    criteria: tuple[ListView, ...]
    pager: PagerView


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action of a tutorial. Where the author gave no title, `title` is its position."""

    id: str
    key: str
    number: int
    position: str
    title: str
    do: Prose
    see: Prose
    image: Url
    alt: str
    caption: str
    stuck: Prose


@dataclass(frozen=True, slots=True)
class UseView:
    """A guide that leads to this page: which one, and the step to go back to."""

    guide: str
    step: str
    url: Url


@dataclass(frozen=True, slots=True)
class TutorialView:
    """A guided exercise. `meta`: minutes, actions, for whom.

    `uses` are the guides that lead here, where they are several; of a single one, back link and
    pager lead to its step.
    """

    id: str
    kind: str
    title: str
    goal: Prose
    meta: tuple[str, ...]
    before_you_start: tuple[Prose, ...]
    actions: tuple[ActionView, ...]
    rail: tuple[RailItemView, ...]
    verify: Prose
    verify_id: str
    verify_key: str
    pager: PagerView
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer to choose from. `id` is unique on the page."""

    id: str
    value: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a quiz. `right` is the text of the right answer."""

    id: str
    key: str
    number: int
    position: str
    ask: str
    answers: tuple[AnswerView, ...]
    right: str
    because: Prose


@dataclass(frozen=True, slots=True)
class QuizView:
    """Questions that show what was understood."""

    id: str
    kind: str
    title: str
    summary: Prose
    meta: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    pager: PagerView
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """Whom to ask about what, and what each role means."""

    title: str
    stuck: Prose
    contacts: tuple[ContactView, ...]
    sides: tuple[PeopleView, ...]


@dataclass(frozen=True, slots=True)
class PlayView:
    """What to do when something happens. `tiers` names the plans it is for."""

    id: str
    title: str
    trigger: Prose
    tiers: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class PlaysView:
    """All plays of an edition."""

    title: str
    lede: str
    plays: tuple[PlayView, ...]


View = HomeView | TierView | GuideView | PhaseView | TutorialView | QuizView | HelpView | PlaysView
"""What a template is given, as `view`."""
