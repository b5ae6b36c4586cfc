"""What several pages share: links, facts, cards, people, metrics.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.keys import Key
from firstwin.resolve.blocks.agenda import AgendaLine
from firstwin.text import Prose, Url


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link. Without a `url` it is text alone."""

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
class ContentsLineView:
    """A page to open, and what is on it."""

    title: str
    url: Url
    note: str


@dataclass(frozen=True, slots=True)
class ContentsView:
    """Pages under a heading."""

    title: str
    lines: tuple[ContentsLineView, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture. `width` and `height` are its own, or 0 where it has no size."""

    src: Url
    alt: str
    width: int
    height: int
    caption: str


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
    """Something applies only under a condition: the label, the question that the reader answers, and what else is said.

    Each but the label may be empty. A script asks the question below, with its answers.
    """

    label: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class PathView:
    """One way to go: what is different on it, and which steps are there on it alone; either may be empty."""

    title: str
    text: str
    steps: str


@dataclass(frozen=True, slots=True)
class PathsView:
    """Ways to go. `note` says who decides, where it is not the reader."""

    condition: str
    question: str
    note: str
    paths: tuple[PathView, ...]


@dataclass(frozen=True, slots=True)
class FeedbackLinkView:
    """What a reader may say of a step: `answer` is "yes", "no" or "question"."""

    label: str
    url: Url
    answer: str


@dataclass(frozen=True, slots=True)
class WinView:
    """A quick win. `by` says by when (By day 20); `url` leads to its step; `flag` is for the first win, a milestone."""

    label: str
    title: str
    text: Prose
    by: str
    url: Url
    flag: bool = False


@dataclass(frozen=True, slots=True)
class TickView:
    """A line to tick. `id` is unique on the page; `notes` follow it: optional, whose it is, a condition."""

    id: str
    key: Key
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A titled list of prose, or of `ticks`."""

    title: str
    items: tuple[Prose, ...] = ()
    ticks: tuple[TickView, ...] = ()


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
class CadenceView:
    """A conversation that comes back. `meta`: how often, when, how long, with whom."""

    title: str
    meta: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
