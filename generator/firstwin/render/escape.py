"""What becomes of a value that a template shows.

In: whatever stands between `{{ }}`. Out: `Markup`. Nothing has to be asked for: plain text is escaped so
that it is shown as typed in Markdown and in HTML alike, prose stands as the line of HTML it is, links are
escaped as HTML. Prose that may be several blocks needs a filter, `prose`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import markupsafe
from markupsafe import Markup
from msgspec import Struct

from firstwin.dates import START
from firstwin.pages.day_text import DayText, SaidDays
from firstwin.text import (
    Prose,
    Url,
    block_html,
    escape_signs,
    escape_start,
    escape_text,
    inline_html,
)
from firstwin.words import Value, Words, pieces

CACHED_TEXTS = 8192
_NO_WORDS: Mapping[str, str] = {}


def shown(value: object) -> str:
    """A value as it stands in a page. An undefined one raises."""
    # Most of a build's rendering passes through here, so the commonest kinds come first.
    if type(value) is str:
        return _escaped(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return inline(value)
    return "" if value is None else _escaped(str(value))


def inline(value: str) -> Markup:
    """A text as one line of HTML: prose with its emphasis and links, plain text as typed."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, DayText) and value.said:
        return _with_days(str(value), value.said)
    if isinstance(value, Url):
        return markupsafe.escape(value)
    return _line(value) if isinstance(value, Prose) else _escaped(value)


def block(value: str, boxes: Mapping[str, str] = _NO_WORDS) -> Markup:
    """Prose as paragraphs, lists, code, tables and boxes, plain text as one paragraph. `boxes` says what stands over a kind of box."""
    text = value if isinstance(value, Prose) else Prose(inline(value))
    return block_html(text, lambda kind: str(boxes.get(kind, kind.capitalize())))


class TemplateWords(Struct, frozen=True):
    """What templates say by themselves: the words of the site, as they stand in a page.

    A sentence is text, whoever wrote it: its signs are shown as typed, in a translation too. A value is shown as it
    would be alone, so what is `Markup` already (a link) stays so.
    """

    words: Words

    def say(self, context: str, message: str, /, **values: Value) -> Markup:
        """A sentence, with its values filled in."""
        return self._filled(self.words.sentence(context, message), values)

    def counted(self, context: str, one: str, many: str, number: int, /, **values: Value) -> Markup:
        """A sentence that depends on a number, which is filled in for `{number}`."""
        sentence = self.words.counted_sentence(context, one, many, number)
        return self._filled(sentence, {"number": number, **values})

    def _filled(self, sentence: str, values: Mapping[str, Value]) -> Markup:
        if not values:
            return _within(sentence)
        return Markup("").join(
            self._value(values[piece]) if index % 2 else _within(piece)
            for index, piece in enumerate(pieces(sentence))
        )

    def _value(self, value: Value) -> str:
        return value if isinstance(value, Markup) else shown(self.words.shown(value))


@lru_cache(CACHED_TEXTS)
def _within(text: str) -> Markup:
    """A text of ours, escaped. It stands within a line: templates begin none with it."""
    return Markup(escape_signs(text).replace("'", "&#39;"))  # noqa: S704 - escaped on this line


@lru_cache(CACHED_TEXTS)
def _escaped(text: str) -> Markup:
    """Escaped also for use between single quotes."""
    return Markup(escape_text(text).replace("'", "&#39;"))  # noqa: S704 - escaped on this line


@lru_cache(CACHED_TEXTS)
def _with_days(text: str, said: SaidDays) -> Markup:
    """A text with the days it is about, for the script that knows their dates."""
    first, last = said.days.first, said.days.last
    attributes = [f'data-fw-days="{first}"' if first == last else f'data-fw-days="{first} {last}"']
    if said.due:
        attributes.append("data-fw-due")
    if said.counted_from != START:
        attributes.append(f'data-fw-from="{said.counted_from}"')
    if said.step:
        attributes.append(f'data-fw-of="{said.step}"')
    return Markup(f'<span class="fw-when" {" ".join(attributes)}>{_escaped(text)}</span>')  # noqa: S704 - ids, and escaped text


@lru_cache(CACHED_TEXTS)
def _line(text: Prose) -> Markup:
    """Prose that means nothing to Markdown even where a template puts it at the beginning of a line."""
    return Markup(escape_start(str(inline_html(text))))  # noqa: S704 - prose is HTML of ours
