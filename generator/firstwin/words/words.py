"""`Words`: what a site says by itself, in one language.

In: a language's catalogue and its conventions. Out: sentences. Whoever says something names what it is about (a
context, for translators) and says it in English, with `{names}` for what differs; what readers get is the catalogue's
sentence, or the English one where it has none. What is filled in is shown as it is: no sentence changes it.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, reduce
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from firstwin.words.cldr import Conventions

Key = tuple[str, str]
"""What a sentence is known by: its context, and what it is in English (of a plural the form for one)."""

Value = str | int

CACHED: Final = 8192
HOUR: Final = 60
HOURS_ROUNDED_FROM: Final = 10
TOTALS_ROUNDED_FROM: Final = 3
NUMBERS_OF_ALL_FORMS: Final = 201
"""Every form of every language is that of a number below it that somebody may count to."""

ISOLATE: Final = "\u2068"
END: Final = "\u2069"
"""Signs without width around what is written in the other direction: no sign beside it turns round with it."""

CUT: Final = "\0"
"""Where a sentence is cut for what is no text; no author can type it."""

_isolated: Final = re.compile(f"{ISOLATE}[^{ISOLATE}{END}]*{END}")
_placeholder: Final = re.compile(r"\{([a-z_]+)\}")


class Words(Struct, frozen=True, eq=False):
    """All that is said in one language. `plural` is the rule, as catalogues write it, for the form that a number takes."""

    conventions: Conventions
    right_to_left: bool
    sentences: Mapping[Key, Sequence[str]]
    plural: str

    def say(self, context: str, message: str, /, **values: Value) -> str:
        """A sentence, with its values filled in."""
        return self._filled(self.sentence(context, message), values)

    def counted(self, context: str, one: str, many: str, number: int, /, **values: Value) -> str:
        """A sentence that depends on a number, which is filled in for `{number}`."""
        return self._filled(
            self.counted_sentence(context, one, many, number), {"number": number, **values}
        )

    def sentence(self, context: str, message: str) -> str:
        """A sentence with its placeholders."""
        forms = self.sentences.get((context, message))
        return forms[0] if forms else message

    def counted_sentence(self, context: str, one: str, many: str, number: int) -> str:
        """The form of a sentence for a number, with its placeholders."""
        forms = self.sentences.get((context, one))
        if forms:
            return _picked(forms, self.plural, number)
        return one if number == 1 else many

    def forms(self, context: str, one: str, many: str, /) -> dict[str, str]:
        """The forms of a sentence that depends on a number, for whoever counts later, by the CLDR's names."""
        found: dict[str, str] = {}
        for number in range(NUMBERS_OF_ALL_FORMS):
            category = self.conventions.category(number)
            if category not in found:
                found[category] = self.counted_sentence(context, one, many, number)
        return found

    def shown(self, value: Value) -> str:
        """A value as it stands in a sentence: a number as the language writes it, a text as it was typed."""
        if isinstance(value, int):
            return self.conventions.number(value)
        return self.isolated(value)

    def isolated(self, text: str) -> str:
        """A text that keeps to itself where it is written in the other direction than the site."""
        if text.isascii() and not self.right_to_left:
            return text
        turned = _turned(text, right_to_left=self.right_to_left)
        return f"{ISOLATE}{text}{END}" if turned else text

    def _filled(self, sentence: str, values: Mapping[str, Value]) -> str:
        if not values:
            return sentence
        return "".join(
            self.shown(values[piece]) if index % 2 else piece
            for index, piece in enumerate(pieces(sentence))
        )

    # What several things make together

    def listed(self, names: Sequence[str]) -> str:
        """Names in a sentence: `A`, `A and B`, `A, B and C`."""
        names = [self.isolated(name) for name in names]
        return self.conventions.listed(names) if names else ""

    def either(self, names: Sequence[str]) -> str:
        """Names in a sentence, of which one will do: `A`, `A or B`, `A, B or C`."""
        names = [self.isolated(name) for name in names]
        return self.conventions.listed(names, style="or") if names else ""

    def around(self, context: str, message: str, /, **names: Sequence[str]) -> tuple[str, ...]:
        """What stands around each name of a list in a sentence: before the first, between them, behind the last."""
        ((placeholder, listed),) = names.items()
        cut = self.conventions.listed(listed, [CUT] * len(listed))
        sentence = self._filled(self.sentence(context, message), {placeholder: cut})
        return tuple(sentence.split(CUT))

    def strung(self, remarks: Sequence[str]) -> str:
        """Remarks behind each other: `optional, by day 10`."""
        # Translators: Puts short remarks behind each other: "optional, by day 10".
        return self._chained(remarks, self.sentence("remarks", "{before}, {next}"))

    def paragraph(self, sentences: Sequence[str]) -> str:
        """Sentences behind each other, those that say something."""
        # Translators: Puts a sentence behind another. Leave the space out where a language writes none.
        return self._chained(sentences, self.sentence("sentences", "{before} {next}"))

    def _chained(self, texts: Sequence[str], pattern: str) -> str:
        return reduce(
            lambda before, behind: self._filled(pattern, {"before": before, "next": behind}),
            [text for text in texts if text] or [""],
        )

    def row(self, *facts: str) -> str:
        """Short facts in one line; those that are empty are left out."""
        return " · ".join(self.isolated(fact) for fact in facts if fact)

    # Lengths of time

    def days(self, number: int) -> str:
        """A length in days."""
        return self.conventions.amount(number, "day")

    def duration(self, minutes: int, *, alone: bool = False) -> str:
        """`25 minutes`, `1 hour 30 minutes`, and from ten hours on `about 25 hours`.

        From an hour on, minutes are rounded to five: what adds up from many steps is no more exact.
        `alone` is what stands by itself, or begins a sentence.
        """
        hours, rest = divmod(_rounded(minutes), HOUR)
        if hours >= HOURS_ROUNDED_FROM and rest:
            return self._about(minutes, alone=alone)
        in_minutes = self.conventions.amount(rest, "minute")
        if not hours:
            return in_minutes
        in_hours = self.conventions.amount(hours, "hour")
        if not rest:
            return in_hours
        # Translators: A length of time: "1 hour 30 minutes".
        return self.say("time", "{hours} {minutes}", hours=in_hours, minutes=in_minutes)

    def total(self, minutes: int, *, alone: bool = False) -> str:
        """What several durations add up to: `45 minutes`, `2 hours 30 minutes`, `about 25 hours`."""
        if minutes < TOTALS_ROUNDED_FROM * HOUR or minutes % HOUR == 0:
            return self.duration(minutes, alone=alone)
        return self._about(minutes, alone=alone)

    def _about(self, minutes: int, *, alone: bool) -> str:
        return self._said_about(self.conventions.amount(round(minutes / HOUR), "hour"), alone=alone)

    def _said_about(self, duration: str, *, alone: bool) -> str:
        if alone:
            # Translators: A length of time that stands by itself or begins a sentence: "About 25 hours".
            return self.say("time by itself", "About {duration}", duration=duration)
        # Translators: A length of time within a line: "about 25 hours".
        return self.say("time", "about {duration}", duration=duration)

    def duration_range(self, least: int, most: int, *, alone: bool = False) -> str:
        """`30–60 minutes`, `1–2 hours`, `45 minutes to 1 hour 30 minutes`."""
        first, last = _rounded(least), _rounded(most)
        if first == last:
            return self.duration(most, alone=alone)
        if last < HOUR:
            return self._amounts(first, last, "minute")
        if first % HOUR == 0 and last % HOUR == 0:
            return self._amounts(first // HOUR, last // HOUR, "hour")
        # Translators: A length of time that is not certain: "45 minutes to 1 hour 30 minutes".
        return self.say(
            "time",
            "{shortest} to {longest}",
            shortest=self.duration(least, alone=alone),
            longest=self.duration(most),
        )

    def total_range(self, least: int, most: int, *, alone: bool = False) -> str:
        """What several durations add up to that are not certain: `about 4–6 hours`."""
        first, last = round(least / HOUR), round(most / HOUR)
        if most < TOTALS_ROUNDED_FROM * HOUR or not first:
            return self.duration_range(least, most, alone=alone)
        if first == last:
            return self._about(most, alone=alone)
        if least % HOUR == 0 and most % HOUR == 0:
            return self._amounts(first, last, "hour")
        return self._said_about(self._amounts(first, last, "hour"), alone=alone)

    def _amounts(self, first: int, last: int, unit: Literal["hour", "minute"]) -> str:
        return self.conventions.amounts(self._range(first, last), last, unit)

    def _range(self, first: int, last: int) -> str:
        # Translators: From one number to another, before a unit: "30–60 minutes". The sign between them is an en dash.
        return self.say("range", "{first}–{last}", first=first, last=last)

    def at_least(self, minutes: int, *, alone: bool = False) -> str:
        """What several durations add up to at least, where some are not known: `at least 5 hours`."""
        hours = minutes // HOUR
        whole = hours >= TOTALS_ROUNDED_FROM
        duration = self.conventions.amount(hours, "hour") if whole else self.duration(minutes)
        if alone:
            # Translators: A length of time that stands by itself or begins a sentence: "At least 5 hours".
            return self.say("time by itself", "At least {duration}", duration=duration)
        # Translators: A length of time within a line: "at least 5 hours".
        return self.say("time", "at least {duration}", duration=duration)

    def short_duration(self, minutes: int) -> str:
        """A duration where there is little room: `45 min`, `1 h 30 min`, `24 h`."""
        hours, rest = divmod(_rounded(minutes), HOUR)
        if not hours:
            # Translators: A length of time where there is little room: minutes.
            return self.say("short time", "{minutes} min", minutes=rest)
        if hours >= HOURS_ROUNDED_FROM or not rest:
            return self._short_hours(minutes)
        # Translators: A length of time where there is little room: hours and minutes.
        return self.say("short time", "{hours} h {minutes} min", hours=hours, minutes=rest)

    def short_total(self, minutes: int) -> str:
        """What several durations add up to, where there is little room: `45 min`, `25 h`."""
        rounded = minutes >= TOTALS_ROUNDED_FROM * HOUR
        return self._short_hours(minutes) if rounded else self.short_duration(minutes)

    def short_total_range(self, least: int, most: int) -> str:
        """What several durations add up to that are not certain, where there is little room: `30–45 min`, `4–6 h`."""
        if most < HOUR:
            # Translators: A length of time that is not certain, where there is little room: minutes.
            return self.say("short time", "{first}–{last} min", first=least, last=most)
        first, last = max(1, round(least / HOUR)), round(most / HOUR)
        if first == last:
            return self.short_total(most)
        # Translators: A length of time that is not certain, where there is little room: hours.
        return self.say("short time", "{first}–{last} h", first=first, last=last)

    def short_at_least(self, minutes: int) -> str:
        """What several durations add up to at least, where there is little room: `45+ min`, `5+ h`."""
        if minutes < HOUR:
            # Translators: A length of time, or more, where there is little room: minutes.
            return self.say("short time", "{minutes}+ min", minutes=minutes)
        # Translators: A length of time, or more, where there is little room: hours.
        return self.say("short time", "{hours}+ h", hours=minutes // HOUR)

    def _short_hours(self, minutes: int) -> str:
        # Translators: A length of time where there is little room: hours.
        return self.say("short time", "{hours} h", hours=round(minutes / HOUR))

    def percent(self, percent: int) -> str:
        """`50%`."""
        return self.conventions.percent(percent)

    def calendar_day(self, when: date) -> str:
        """`2 November 2026`."""
        return self.conventions.day(when)


@lru_cache(CACHED)
def pieces(sentence: str) -> tuple[str, ...]:
    """A sentence cut at its placeholders: texts, and between them the names of placeholders."""
    return tuple(_placeholder.split(sentence))


def _rounded(minutes: int) -> int:
    return minutes if minutes < HOUR else 5 * round(minutes / 5)


@lru_cache(CACHED)
def _turned(text: str, *, right_to_left: bool) -> bool:
    """Whether any of a text is written in the other direction, and does not keep to itself already."""
    other = {"L"} if right_to_left else {"R", "AL"}
    return any(unicodedata.bidirectional(sign) in other for sign in _isolated.sub("", text))


def _picked(forms: Sequence[str], plural: str, number: int) -> str:
    """The form that a rule picks for a number; the last where it picks none, which nobody can try for all numbers."""
    try:
        form = _form(plural)(number)
    except ArithmeticError:
        form = -1
    return forms[form] if 0 <= form < len(forms) else forms[-1]


@cache
def _form(plural: str) -> Callable[[int], int]:
    return gettext.c2py(plural)
