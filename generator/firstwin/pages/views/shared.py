"""What several pages share: links, facts, cards, people, metrics.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.resolve.blocks.agenda import AgendaLine
from firstwin.text import Prose, Url


class LinkView(Struct, frozen=True):
    """A link. Without a `url` it is text alone."""

    title: str
    url: Url


class FactView(Struct, frozen=True):
    """A labelled value: `tag` stands behind it in a tag, `note` follows it in plain weight."""

    label: str
    value: str
    tag: str = ""
    note: str = ""
    strong: bool = False


class CardView(Struct, frozen=True):
    """A card that leads somewhere: a label over a title, a line under it."""

    label: str
    title: str
    url: Url
    note: str = ""


class ContentsLineView(Struct, frozen=True):
    """A page to open, and what is on it."""

    title: str
    url: Url
    note: str


class ContentsView(Struct, frozen=True):
    """Pages under a heading."""

    title: str
    lines: tuple[ContentsLineView, ...]


class PictureView(Struct, frozen=True):
    """A picture. `width` and `height` are its own, or 0 where it has no size."""

    src: Url
    alt: str
    width: int
    height: int
    caption: str


class PagerView(Struct, frozen=True):
    """Where to go from the end of a page."""

    previous: CardView | None
    next: CardView | None


class RailItemView(Struct, frozen=True):
    """One line of the list that accompanies a page."""

    number: int
    title: str
    url: Url
    milestone: bool = False


class ConditionView(Struct, frozen=True):
    """Something applies only under a condition: the label, the question that the reader answers, and what else is said.

    Each but the label may be empty. A script asks the question below, with its answers.
    """

    label: str
    question: str
    text: str


class PathView(Struct, frozen=True):
    """One way to go: what is different on it, and which steps are there on it alone; either may be empty."""

    title: str
    text: str
    steps: str


class PathsView(Struct, frozen=True):
    """Ways to go. `note` says who decides, where it is not the reader."""

    condition: str
    question: str
    note: str
    paths: tuple[PathView, ...]


class FeedbackLinkView(Struct, frozen=True):
    """What a reader may say of a step: `answer` is "yes", "no" or "question"."""

    label: str
    url: Url
    answer: str


class WinView(Struct, frozen=True):
    """A quick win. `by` says by when (By day 20); `url` leads to its step; `flag` is for the first win, a milestone."""

    label: str
    title: str
    text: Prose
    by: str
    url: Url
    flag: bool = False


class TickView(Struct, frozen=True):
    """A line to tick. `id` is unique on the page; `notes` follow it: optional, whose it is, a condition."""

    id: str
    key: Key
    text: str
    notes: tuple[str, ...]


class ListView(Struct, frozen=True):
    """A titled list of prose, or of `ticks`."""

    title: str
    items: tuple[Prose, ...] = ()
    ticks: tuple[TickView, ...] = ()


class PersonView(Struct, frozen=True):
    """A role: what it does and, in `share`, its hours or days. `url` leads to its guide, if any."""

    title: str
    summary: str
    share: str
    url: Url
    you: bool = False


class PeopleView(Struct, frozen=True):
    """The people of one side."""

    title: str
    people: tuple[PersonView, ...]


class CadenceView(Struct, frozen=True):
    """A conversation that comes back. `meta`: how often, when, how long, with whom."""

    title: str
    meta: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
