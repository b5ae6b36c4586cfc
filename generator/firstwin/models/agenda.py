"""The time at the end of an agenda's point: `Introductions (10 min)`, `Setup (1 h)`.

In: the text of a point. Out: its words and minutes; or, where a time is written in another way, the point as
it should be.
"""

from __future__ import annotations

import re

from msgspec import Struct

from firstwin.models.amounts import named_minutes
from firstwin.models.values import LARGEST_NUMBER

_UNIT = r" ?(?:(?P<minutes>min|mins|minutes?)|h|hours?)\.?"
_at_end = re.compile(
    rf"(?P<text>.*\S)\s*\(\s*(?:(?P<count>[1-9][0-9]{{0,4}}){_UNIT}|(?P<hours>[0-9]{{1,2}}[.,][0-9]) ?h(?:ours?)?\.?)\s*\)",
    re.DOTALL,
)
_like_minutes = re.compile(
    rf"(?P<text>.*\S)(?:\s*\[\s*(?P<count>[0-9]+){_UNIT}\s*\]|\s*[,:;|/–—-]\s*(?:(?P<bare>[0-9]+) ?(?:min(?:s|utes?)?\.?|m|['\u2032])"
    r"|(?P<whole>[1-9]) ?h(?:ours?|rs?)?\.?)"
    r"|\s+\((?P<hours>[0-9]{1,2}):(?P<rest>[0-5][0-9])\))",
    re.DOTALL,
)
_before_words = re.compile(
    r"(?:(?P<minutes>[0-9]{1,4}) ?(?:min(?:s|utes?)?\.?|m|['\u2032])(?: ?(?P<sign>[:–—-]))? "
    r"|[\[(](?P<inside>[0-9]{1,4}) ?(?:min(?:s|utes?)?\.?|m|['\u2032])[\])] ?[:–—-]? ?)(?P<text>\S.*)",
    re.DOTALL,
)
"""`5 min: Who is who`, `[5 min] Who is who`, `5 min Who is who`."""
_behind_words = re.compile(
    r"[ \t](?:(?P<minutes>[0-9]{1,4}) ?(?:mins?\.?|m|['\u2032])|(?P<hours>[1-3]) ?h\.?)\Z"
)
"""`Goals 20m`, `Setup 1h`, and two cells of a table with a tab between."""
_NO_END = frozenset(
    """
    a about after an and any at before by each every first for former in last least less more
    most next of on only or other over past per previous than the these this those to under
    until up with within
    """.split()  # noqa: SIM905  # nobody reads them one on a line
)
"""Words behind which a time belongs to what is said: `Ask about the last 20 min`."""
_between_points = re.compile(r"(?<=\))\s*[,;/]\s*")
LONGEST_TIME = 40
"""The characters in brackets that can be a time."""
IN_BRACKETS = "they stand in round brackets at the end"
ONE_NUMBER = "one number of minutes stands in round brackets at the end"


class TimedPoint(Struct, frozen=True):
    """A point and its minutes; `rule` says how they are written, where they were written in another way."""

    text: str
    minutes: int
    rule: str = ""

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.text} ({self.minutes} min)"


def timed(text: str) -> TimedPoint | None:
    """A point that has a time; None for any other."""
    found = _read(text) or _like(text) or _in_brackets(text) or _before(text) or _behind(text)
    return found if found and 0 < found.minutes <= LARGEST_NUMBER else None


def points_in(text: str) -> list[str]:
    """The points of a text that holds several, parted by commas behind their times; nothing of any other."""
    points = [point.strip() for point in _between_points.split(text) if point.strip()]
    return points if len(points) > 1 and all(_read(point) for point in points) else []


def _read(text: str) -> TimedPoint | None:
    found = _at_end.fullmatch(text)
    if not found:
        return None
    if found["hours"]:
        return TimedPoint(found["text"], round(float(found["hours"].replace(",", ".")) * 60))
    return TimedPoint(found["text"], int(found["count"]) * (1 if found["minutes"] else 60))


def _like(text: str) -> TimedPoint | None:
    found = _like_minutes.fullmatch(text)
    if not found:
        return None
    if found["hours"]:
        minutes = int(found["hours"]) * 60 + int(found["rest"])
    else:
        count = found["bare"] or found["whole"] or found["count"]
        in_minutes = found["bare"] or found["minutes"]
        minutes = int(count[:LONGEST_TIME]) * (1 if in_minutes else 60)
    return TimedPoint(found["text"], minutes, IN_BRACKETS)


def _in_brackets(text: str) -> TimedPoint | None:
    """`(5-10 min)`, `(ca. 5 min)`, `(5')`, `(half an hour)`, `(10:00-10:15)`."""
    words, bracket, behind = text.rpartition("(")
    inside = behind.rstrip().removesuffix(")")
    if not bracket or not words.strip() or inside == behind.rstrip() or len(inside) > LONGEST_TIME:
        return None
    minutes = named_minutes(inside)
    return TimedPoint(words.strip(), minutes, ONE_NUMBER) if minutes else None


def _before(text: str) -> TimedPoint | None:
    found = _before_words.fullmatch(text)
    if found and found["minutes"] and not (found["sign"] or found["text"][0].isupper()):
        return None
    return (
        TimedPoint(found["text"], int(found["minutes"] or found["inside"]), ONE_NUMBER)
        if found
        else None
    )


def _behind(text: str) -> TimedPoint | None:
    found = _behind_words.search(text)
    words = text[: found.start()].rstrip() if found else ""
    last = words.rpartition(" ")[2]
    if not found or not last[:1].isalpha() or last.lower() in _NO_END:
        return None
    minutes = int(found["minutes"]) if found["minutes"] else 60 * int(found["hours"])
    return TimedPoint(words, minutes, IN_BRACKETS)
