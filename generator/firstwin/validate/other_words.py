"""What people call things here who know them from elsewhere: keys, and the two ends of a window.

In: words as they are typed. Out: the keys they may mean, and windows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from firstwin.models.window import meant_range

SYNONYMS: Mapping[str, Sequence[str]] = {
    "name": ("title", "label", "persona"),
    "role": ("persona", "owner"),
    "title": ("question", "text"),
    "text": ("title", "label"),
    "description": ("summary", "text"),
    "body": ("text",),
    "content": ("text", "body"),
    "duration": ("minutes",),
    "hour": ("minutes",),
    "hours": ("minutes",),
    "time": ("minutes",),
    "assignee": ("owner",),
    "responsible": ("owner",),
    "attendees": ("with",),
    "participants": ("with",),
    "cc": ("informed",),
    "recipient": ("to",),
    "recipients": ("to",),
    "message": ("body", "text"),
    "expected": ("see",),
    "result": ("see",),
    "visibility": ("audience",),
    "visible_to": ("audience",),
    "due_date": ("day",),
    "target_date": ("day",),
    "R": ("responsible",),
    "A": ("accountable",),
    "C": ("consulted",),
    "attachments": ("links",),
    "link": ("url", "links"),
    "href": ("url",),
    "address": ("url",),
    "email": ("url", "channels"),
    "mail": ("url", "channels"),
    "phone": ("url", "channels"),
    "tel": ("url", "channels"),
    "image": ("pictures",),
    "images": ("pictures",),
    "picture": ("pictures", "image"),
    "screenshot": ("pictures", "image"),
    "screenshots": ("pictures",),
    "logo": ("mark",),
    "depends_on": ("needs",),
    "requires": ("needs", "before_you_start"),
    "after": ("needs",),
    "condition": ("only_if",),
    "if": ("only_if",),
    "checklist": ("items",),
    "tasks": ("steps", "items"),
    "steps": ("actions", "instructions", "items"),
    "due": ("day",),
    "deadline": ("day",),
    "date": ("day",),
    "goal": ("outcome",),
    "question": ("ask",),
    "q": ("ask",),
    "a": ("answer",),
    "term": ("title",),
    "definition": ("meaning",),
    "remove": ("hide",),
    "exclude": ("hide",),
    "change": ("adjust",),
    "changes": ("adjust",),
    "override": ("adjust",),
    "overrides": ("adjust",),
    "type": ("kind",),
    "color": ("colour",),
    "color_dark": ("colour_dark",),
}
"""What people write who know the thing by another word, and the keys they may mean."""

DATE_HINT = "days are counted from the start date, which is day 1: write a number of days"
"""The hint where a date stands in the place of a day."""
BEGINS = frozenset({"start", "starts", "begin", "begins", "from", "start_day"})
ENDS = frozenset({"end", "ends", "to", "until", "finish", "end_day"})
"""The two ends of a window, as calendars and charts have them."""


class FromTo(Struct, frozen=True):
    """A window that is written in two keys; nothing in it where they hold no days of the plan."""

    keys: tuple[str, str]
    window: str


def from_to(pairs: Mapping[str, object]) -> FromTo | None:
    """The window that two of the keys hold between them; None where it is not two, or one holds no text."""
    begin = next((key for key in pairs if key in BEGINS), None)
    end = next((key for key in pairs if key in ENDS), None)
    if begin is None or end is None:
        return None
    first, last = pairs[begin], pairs[end]
    if not isinstance(first, str) or not isinstance(last, str) or not (_day(first) and _day(last)):
        return None
    return FromTo((begin, end), meant_range(f"{first}-{last}"))


def _day(text: str) -> bool:
    """Whether a text may be a day of a plan or a calendar: there is a digit in it."""
    return any(sign.isdigit() for sign in text)
