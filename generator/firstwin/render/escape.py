"""What becomes of a value that a template shows.

In: whatever stands between `{{ }}`. Out: `Markup`. Nothing has to be asked for: plain text is escaped so
that it is shown as typed in Markdown and in HTML alike, prose becomes a line of HTML, links are
escaped as HTML. A block of prose is the one thing that needs a filter, `prose`, because Markdown has to
stand apart from what is around it.
"""

from __future__ import annotations

from functools import lru_cache

import markupsafe
from markupsafe import Markup

from firstwin.pages.urls import Url
from firstwin.text import Prose, escape_text, inline_html

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
    return _inlined(value) if isinstance(value, Prose) else _escaped(value)


def block(value: str) -> Markup:
    """Prose as paragraphs and lists of Markdown, plain text as one paragraph."""
    if isinstance(value, Prose):
        return Markup(value)  # noqa: S704 - prose is Markdown in its escaped form
    return inline(value)


@lru_cache(CACHED_TEXTS)
def _escaped(text: str) -> Markup:
    """Escaped also for use between single quotes."""
    return Markup(escape_text(text).replace("'", "&#39;"))  # noqa: S704 - escaped on this line


_inlined = lru_cache(CACHED_TEXTS)(inline_html)
