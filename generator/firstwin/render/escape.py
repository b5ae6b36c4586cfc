"""What becomes of a value that a template shows.

In: whatever stands between `{{ }}`. Out: `Markup`. Nothing has to be asked for: plain text is escaped so
that it is shown as typed in Markdown and in HTML alike, prose stands as the line of HTML it is, links are
escaped as HTML. Prose that may be several blocks needs a filter, `prose`.
"""

from __future__ import annotations

from functools import lru_cache

import markupsafe
from markupsafe import Markup

from firstwin.pages.urls import Url
from firstwin.text import Prose, block_html, escape_start, escape_text, inline_html

CACHED_TEXTS = 8192


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
    if isinstance(value, Url):
        return markupsafe.escape(value)
    return _line(value) if isinstance(value, Prose) else _escaped(value)


def block(value: str) -> Markup:
    """Prose as paragraphs, lists and code, plain text as one paragraph."""
    return block_html(value if isinstance(value, Prose) else Prose(inline(value)))


@lru_cache(CACHED_TEXTS)
def _escaped(text: str) -> Markup:
    """Escaped also for use between single quotes."""
    return Markup(escape_text(text).replace("'", "&#39;"))  # noqa: S704 - escaped on this line


@lru_cache(CACHED_TEXTS)
def _line(text: Prose) -> Markup:
    """Prose that means nothing to Markdown even where a template puts it at the beginning of a line."""
    return Markup(escape_start(str(inline_html(text))))  # noqa: S704 - prose is HTML of ours
