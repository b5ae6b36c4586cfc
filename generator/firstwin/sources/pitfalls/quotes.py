"""Quotes that are not closed, closed too early, or hold a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from firstwin.sources.codes import BACKSLASH, INNER_QUOTE, OPEN_QUOTE
from firstwin.sources.fault import LineFault
from firstwin.sources.line import quote
from firstwin.sources.pitfalls.place import LinePlace, indentation


def quotes(place: LinePlace) -> Iterator[LineFault]:
    """A value that begins with a quote and does not end where that quote is closed."""
    value = place.line.value
    sign = value[:1]
    if sign not in {'"', "'"}:
        return
    inner = value[1:]
    if len(value) > 1 and value.endswith(sign):
        yield from _closed(place, sign, inner[:-1])
    elif sign in inner:
        message = "text goes on after the closing quote"
        mended = {place.index: place.line.with_value(quote(value))}
        advice = "put the whole text in quotes"
        yield place.fault(INNER_QUOTE, message, advice, mended, _next(value, sign))
    yield from _not_closed(place, sign, inner)


def _closed(place: LinePlace, sign: str, inner: str) -> Iterator[LineFault]:
    """There is a quote at both ends: what is between them is wrong."""
    if sign == '"' and "\\" in inner:
        mended = {place.index: place.line.with_value(quote(inner.replace('\\"', '"')))}
        message = "a backslash in double quotes begins an escape, and this is none that YAML knows"
        at = place.line.value.index("\\")
        yield place.fault(BACKSLASH, message, "write", mended, range(at, at + 1))
    plain = inner.replace('\\"', '"') if sign == '"' else re.sub("''", "'", inner)
    kind = "double quote" if sign == '"' else "single quote or apostrophe"
    message = f"the text ends at the first {kind} inside it"
    mended = {place.index: place.line.with_value(quote(plain))}
    advice = "use the other kind of quotes around it"
    if quote(plain)[0] == sign:
        advice = "put a backslash before the quotes inside it"
    yield place.fault(INNER_QUOTE, message, advice, mended, _next(place.line.value, sign))


def _not_closed(place: LinePlace, sign: str, inner: str) -> Iterator[LineFault]:
    """The text has a quote at its beginning only."""
    if sign in inner:
        return
    below = next(place.below(-1), None)
    goes_on = below is not None and indentation(place.lines[below]) > place.line.owner_column
    message = f"the text begins with `{sign}` and no `{sign}` ends it"
    mends = {
        "close the quote": sign + inner + sign,
        "put the text in quotes": quote(place.line.value),
    }
    for advice, value in mends.items():
        mended = {place.index: place.line.with_value(value)}
        fault = place.fault(OPEN_QUOTE, message, advice, mended, range(1))
        yield replace(fault, hides=not goes_on)


def _next(value: str, sign: str) -> range:
    """Where the quote that closes the value too early stands."""
    at = value.index(sign, 1)
    return range(at, at + 1)
