"""Anchors, aliases, tags and merge keys: what playbooks do without.

In: the events of a file that has signs of them. Out: faults. Most are no such thing at all but text
that begins with `&`, `*` or `!`, and in quotes it is text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import yaml
from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Code
from firstwin.sources.codes import ANCHOR, OPENING_SIGN, TAG
from firstwin.sources.fault import MOST_FAULTS, LineFault
from firstwin.sources.line import Line, quote
from firstwin.sources.pitfalls.signs import IN_QUOTES, opening_message

_MOST_ALIASES = 3
_MOST_SEEN = 2000
# A name has only these letters and ends in one of these signs, or reading stops there: the bold and italic words of
# Markdown are no names.
_sign = re.compile(r"[&*][0-9A-Za-z_-]+(?=[\s?:,\]}%@`]|\Z)|!\S|!\s|<<[ \t]*:")
_anchor = re.compile(r"&[^\s,\[\]{}]+[ \t]*")
_tag = re.compile(r"![^\s,\[\]{}]*[ \t]*")
_negated = re.compile(r"! ?([a-z][a-z0-9-]*)")


class Property(Struct, frozen=True):
    """An event that has an anchor or a tag, is an alias, or looks like a merge key."""

    line: int
    column: int
    end_line: int
    end_column: int
    anchor: str
    tag: str
    value: str
    is_alias: bool
    is_scalar: bool

    @classmethod
    def of(cls, event: yaml.Event) -> Property | None:
        """What is in the event, or nothing."""
        start, end = event.start_mark, event.end_mark
        if not isinstance(event, yaml.NodeEvent) or start is None or end is None:
            return None
        scalar = event if isinstance(event, yaml.ScalarEvent) else None
        tag = getattr(event, "tag", None)  # aliases have none
        is_merge = scalar and scalar.value == "<<" and not scalar.style
        if not event.anchor and not tag and not is_merge:
            return None
        return cls(
            start.line,
            start.column,
            end.line,
            end.column,
            event.anchor or "",
            tag or "",
            scalar.value if scalar else "",
            isinstance(event, yaml.AliasEvent),
            scalar is not None,
        )

    @property
    def is_text(self) -> bool:
        """Whether it may have been meant as a text: a scalar on one line."""
        return self.is_scalar and self.line == self.end_line

    def fault(self, code: Code, message: str) -> LineFault:
        """A fault in this place."""
        end = self.end_column if self.end_line == self.line else self.column + 1
        return LineFault(code, message, self.line, self.column, end)


def has_signs(text: str) -> bool:
    """Whether a text may have properties; a look at its events tells for sure."""
    return any(_can_begin_value(text, found.start()) for found in _sign.finditer(text))


def _can_begin_value(text: str, at: int) -> bool:
    """Whether a value may begin at a place: at the beginning of a line, or behind a sign of YAML."""
    end = at
    while end and text[end - 1] in " \t":
        end -= 1
    before = text[end - 1] if end else "\n"
    return before in "\n[{," or (before in ":?-" and end < at)


def property_faults(events: Iterable[yaml.Event], lines: Sequence[str]) -> list[LineFault]:
    """The faults of the properties among the events of `lines`."""
    seen = (Property.of(event) for event in events)
    found = list(islice((one for one in seen if one), _MOST_SEEN))
    faults = [*islice(chain(_anchors(found, lines), _tags(found, lines)), MOST_FAULTS)]
    if not any(fault.fatal for fault in faults):
        faults += islice(_merges(found), MOST_FAULTS)
    return faults


def _anchors(found: Sequence[Property], lines: Sequence[str]) -> Iterator[LineFault]:
    uses: dict[str, list[Property]] = {}
    for seen in found:
        if seen.is_alias:
            uses.setdefault(seen.anchor, []).append(seen)
    defined = {seen.anchor for seen in found if not seen.is_alias}
    merged = {seen.line for seen in found if seen.value == "<<"}
    for seen in found:
        if seen.is_alias:
            if seen.anchor not in defined and seen.line not in merged:
                yield _in_quotes(seen, lines, "*")
        elif seen.anchor in uses:
            yield _repetition(seen, uses[seen.anchor])
        elif seen.anchor and seen.is_text:
            yield _in_quotes(seen, lines, "&")
        elif seen.anchor:
            message = f"`&{seen.anchor}` is an anchor, and playbooks have none"
            yield _deleted(seen, ANCHOR, message, lines, _anchor)


def _tags(found: Sequence[Property], lines: Sequence[str]) -> Iterator[LineFault]:
    for seen in found:
        if not seen.tag or seen.anchor:
            continue
        if seen.is_text and not lines[seen.line].startswith("!!", seen.column):
            yield _in_quotes(seen, lines, "!")
        else:
            message = "a tag stands here, and playbooks have none"
            yield _deleted(seen, TAG, message, lines, _tag)


def _merges(found: Sequence[Property]) -> Iterator[LineFault]:
    for seen in found:
        if seen.value == "<<":
            message = "`<<` merges another mapping in, and playbooks merge nothing"
            yield replace(seen.fault(ANCHOR, message), advice="write it out", fatal=True)


def _in_quotes(seen: Property, lines: Sequence[str], sign: str) -> LineFault:
    """Text that begins with a sign; of a condition the sign is how programs say no."""
    text = lines[seen.line]
    value, advice = text[seen.column : seen.end_column], IN_QUOTES
    negated = _negated.fullmatch(value) if Line.of(text).key == "only_if" else None
    meant = f"not {negated[1]}" if negated else quote(value)
    if negated:
        advice = "write"
    mended = text[: seen.column] + meant + text[seen.end_column :]
    fault = seen.fault(OPENING_SIGN, opening_message(sign))
    end = seen.column + 1
    return replace(fault, end_column=end, advice=advice, mended={seen.line: mended})


def _deleted(
    seen: Property, code: Code, message: str, lines: Sequence[str], form: re.Pattern[str]
) -> LineFault:
    """An anchor or a tag that can go without a trace."""
    text = lines[seen.line]
    found = form.match(text, seen.column)
    fault = seen.fault(code, message)
    if not found:
        return fault
    name = found[0].rstrip()
    return replace(
        fault,
        end_column=seen.column + len(name),
        advice=f"delete `{name}`",
        mended={seen.line: text[: seen.column] + text[found.end() :]},
        shown=False,
    )


def _repetition(anchor: Property, aliases: Sequence[Property]) -> LineFault:
    """An anchor that is used: what the file says is known only once its aliases are resolved."""
    return replace(
        anchor.fault(ANCHOR, f"`&{anchor.anchor}` is an anchor: playbooks repeat nothing by name"),
        advice="write it out, or put what is used twice into `library/` and use it by its id",
        also=tuple(
            (f"`*{alias.anchor}` repeats it", alias.line, alias.column)
            for alias in aliases[:_MOST_ALIASES]
        ),
        fatal=True,
    )
